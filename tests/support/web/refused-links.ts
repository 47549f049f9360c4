import type { FetchFaultCode } from "#web/fetch/fault.ts";

/** Every way of writing a host that leads to the machine itself. */
export const THIS_MACHINE = [
  "127.0.0.1",
  "127.1",
  "127.0.1",
  "0",
  "0.0.0.0",
  "2130706433",
  "0x7f000001",
  "0x7f.1",
  "0X7F.0.0.0X1",
  "017700000001",
  "0177.0.0.1",
  "0177.0x0.0.01",
  "127.000.000.001",
  "127.0.0.1.",
  "127.0.0.1..",
  "127.255.255.254",
  "①②⑦.⓪.⓪.①",
  "127。0。0。1",
  "127．0．0．1",
  "１２７.0.0.1",
  "%31%32%37.0.0.1",
  "127%2e0%2e0%2e1",
  "%EF%BC%91%EF%BC%92%EF%BC%97.0.0.1",
  "127.0.0.1\t",
  "12\n7.0.0.1",
  "1\u{ad}27.0.0.1",
  "[::1]",
  "[0:0:0:0:0:0:0:1]",
  "[::]",
  "[0::0.0.0.1]",
  "[::ffff:127.0.0.1]",
  "[::FFFF:7f00:1]",
  "[0:0:0:0:0:ffff:127.0.0.1]",
  "[::ffff:0.0.0.0]",
  "[::127.0.0.1]",
  "[::7f00:1]",
] as const;

/** Hosts that are not public, by number. */
const ELSEWHERE = [
  "[::ffff:0:127.0.0.1]",
  "[64:ff9b::7f00:1]",
  "[64:ff9b::169.254.169.254]",
  "[64:ff9b:1::a9fe:a9fe]",
  "[2002:7f00:1::]",
  "[2002:a9fe:a9fe::1]",
  "[2001:0:7f00:1::]",
  "[2001:2::1]",
  "[2001:20::1]",
  "[fe80::1]",
  "[fc00::1]",
  "[fd00:ec2::254]",
  "[fec0::1]",
  "[ff02::1]",
  "[100::1]",
  "[2001:db8::1]",
  "[3fff::1]",
  "[4000::1]",
  "[5f00::1]",
  "[::ffff:10.0.0.1]",
  "[::ffff:169.254.169.254]",
  "[::a9fe:a9fe]",
  "10.0.0.1",
  "10.255.255.255",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1",
  "192.168.0.1",
  "169.254.169.254",
  "2852039166",
  "0xa9fea9fe",
  "0251.0376.0251.0376",
  "169.254.43518",
  "①⑥⑨.②⑤④.①⑥⑨.②⑤④",
  "169.254.170.2",
  "100.64.0.1",
  "100.100.100.200",
  "192.0.0.192",
  "198.18.0.1",
  "192.0.2.1",
  "198.51.100.1",
  "203.0.113.1",
  "192.88.99.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "168.63.129.16",
  "[::ffff:168.63.129.16]",
  // Ours, as the policy of the tests says.
  "198.35.26.96",
  "[::ffff:198.35.26.96]",
  "[2620:0:861:ed1a::1]",
] as const;

const NAMES = [
  "localhost",
  "LOCALHOST.",
  "ｌｏｃａｌｈｏｓｔ",
  "l%6fcalhost",
  "x.localhost",
  "localhost.localdomain",
  "metadata.google.internal",
  "metadata.google.internal.",
  "printer.local",
  "router.home.arpa",
  "intranet",
  "metadata",
  "page.example..",
  "hindcast.example.org",
  "Hindcast.Example.ORG.",
] as const;

const withHost = (host: string) => `http://${host}/latest/meta-data/`;
type Refused = readonly [link: string, code: FetchFaultCode];
const refused = (links: readonly string[], code: FetchFaultCode): readonly Refused[] =>
  links.map((link) => [link, code]);

const atPort = [22, 25, 3306, 6379, 8080, 9200, 65535].map((port) => `http://page.example:${port}/`);

/** Links that nothing may be connected to for, wherever they stand, and as what each is refused. */
export const REFUSED_LINKS: readonly Refused[] = [
  ...refused([...THIS_MACHINE, ...ELSEWHERE].map(withHost), "address-refused"),
  ...refused(["http://127.0.0.1#@page.example", "http://127.0.0.1?@page.example"], "address-refused"),
  ...refused(["https://127.0.0.1/", "https://[::1]/", "http:\\\\127.0.0.1\\"], "address-refused"),
  ...refused(NAMES.map(withHost), "host-refused"),
  ...refused(["user@127.0.0.1", "page.example@127.0.0.1", "a:b@page.example"].map(withHost), "not-a-link"),
  ...refused(["256.0.0.1", "0x100000000", "[fe80::1%25eth0]", "[::1"].map(withHost), "not-a-link"),
  ...refused(["file:///etc/passwd", "gopher://page.example/1", "ftp://page.example/"], "not-a-link"),
  ...refused(["javascript:alert(1)", "data:text/html,x", "blob:http://page.example/1"], "not-a-link"),
  ...refused(["unix:/run/docker.sock", "ws://page.example/", "http://"], "not-a-link"),
  ...refused(atPort, "port-refused"),
];

/** The addresses that those links spell, as a resolver would give them for a name. */
export const REFUSED_ADDRESSES: readonly string[] = [
  ...new Set(
    [...THIS_MACHINE, ...ELSEWHERE].map((host) =>
      new URL(withHost(host)).hostname.replace(/^\[|\]$|\.+$/g, ""),
    ),
  ),
];
