import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";

/**
 * Gives app/_script/served.ts what it stands for: the script of the pages with forms in one piece, and its address, which
 * changes with it. Turbopack calls this as a loader (next.config.ts).
 */
export default async function bundleScript() {
  const done = this.async();
  const folder = dirname(this.resourcePath);
  try {
    const bundle = await rolldown({ input: join(folder, "main.ts"), cwd: folder, platform: "browser" });
    const { output } = await bundle.generate({ format: "iife", minify: true });
    await bundle.close();
    const [{ code }] = output;
    const hash = createHash("sha256").update(code).digest("hex").slice(0, 16);
    this.addContextDependency(folder);
    done(
      null,
      `export const SCRIPT = ${JSON.stringify(code)};\nexport const SCRIPT_ADDRESS = "/script/${hash}.js";\n`,
    );
  } catch (error) {
    done(error);
  }
}
