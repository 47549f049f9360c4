import { isOlder, openStore, prepareStore } from "#db/engine/open.ts";
import { fillWithSeed } from "./seeded.ts";

// node tests/support/access-child.ts FILE...: what each door of the store says of each file, a line of JSON for each.

const doors = {
  prepare: (file: string) => prepareStore({ engine: "sqlite", file }, fillWithSeed),
  open: (file: string) => openStore({ engine: "sqlite", file }),
  look: (file: string) => isOlder({ engine: "sqlite", file }),
};

for (const file of process.argv.slice(2)) {
  for (const [door, enter] of Object.entries(doors)) {
    const said = await enter(file).then(
      () => ({ name: "", message: "" }),
      (error: unknown) => (error instanceof Error ? { name: error.name, message: error.message } : error),
    );
    console.log(JSON.stringify({ door, file, said }));
  }
}
