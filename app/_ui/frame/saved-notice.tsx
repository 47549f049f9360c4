import type { Messages } from "#messages/en.ts";

type Parameter = string | string[] | undefined;

const isSaved = (saved: Parameter, m: Messages): saved is Exclude<keyof Messages["saved"], "alsoOn"> =>
  typeof saved === "string" && saved !== "alsoOn" && Object.hasOwn(m.saved, saved);

/** Says what was saved, after a form has brought its reader here. */
export function SavedNotice({ saved, also, m }: { saved: Parameter; also: Parameter; m: Messages }) {
  if (!isSaved(saved, m)) return null;
  const others = typeof also === "string" && /^\d{1,6}$/.test(also) ? Number(also) : 0;
  return (
    <div className="notice" role="status">
      <p>{m.saved[saved]}</p>
      {others > 0 && <p>{m.saved.alsoOn(others)}</p>}
    </div>
  );
}
