import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { isIPv4 } from "node:net";

// Just enough of X.509 (RFC 5280) for a certificate that signs itself: no key lies in the repository, none expires.

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const hex = (digits: string) => Buffer.from(digits, "hex");
const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts);
const text = (tag: number, words: string) => der(tag, Buffer.from(words));

const ECDSA_WITH_SHA256 = sequence(der(0x06, hex("2a8648ce3d040302")));
const COMMON_NAME = der(0x06, hex("550403"));
const ALTERNATIVE_NAMES = der(0x06, hex("551d11"));

/** `2026-11-23` as a time of that day's noon. */
const noonOf = (day: string) => text(0x18, `${day.replaceAll("-", "")}120000Z`);

function toBeSigned(names: readonly string[], from: string, until: string, key: KeyObject): Buffer {
  const name = sequence(der(0x31, sequence(COMMON_NAME, text(0x0c, names[0] ?? ""))));
  const alternatives = sequence(
    ...names.map((each) =>
      isIPv4(each) ? der(0x87, Buffer.from(each.split(".").map(Number))) : text(0x82, each),
    ),
  );
  return sequence(
    der(0xa0, der(0x02, hex("02"))),
    der(0x02, hex("01")),
    ECDSA_WITH_SHA256,
    name,
    sequence(noonOf(from), noonOf(until)),
    name,
    key.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(sequence(ALTERNATIVE_NAMES, der(0x04, alternatives)))),
  );
}

/** A key and its certificate for these host names and addresses, signed by itself. */
export function certificateFor(names: readonly string[], from = "2020-01-01", until = "2099-01-01") {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const body = toBeSigned(names, from, until, publicKey);
  const signature = der(0x03, hex("00"), sign("sha256", body, privateKey));
  const whole = sequence(body, ECDSA_WITH_SHA256, signature).toString("base64");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }),
    cert: `-----BEGIN CERTIFICATE-----\n${whole}\n-----END CERTIFICATE-----\n`,
  };
}
