import { writeTime } from "./clock.ts";
import { keyOf, setKey } from "./key.ts";
import { inThisTab } from "./storage.ts";
import {
  type Draft,
  draftsOf,
  dropDraft,
  dropOldDrafts,
  isOf,
  keepDraft,
  newDraft,
  readDraft,
} from "./stored-drafts.ts";
import { putBack, typedIn, wouldChange } from "./typed.ts";
import { make, words } from "./words.ts";

const PAUSE_MS = 300;
const MOST_OFFERED = 3;

/** Which draft is the one of a form as it stands here. Another tab with the same form has one of its own. */
const own = new WeakMap<HTMLFormElement, string>();
const timers = new WeakMap<HTMLFormElement, ReturnType<typeof setTimeout>>();
/** The keys of those that were sent, and may have been saved. */
const open = new WeakMap<HTMLFormElement, string>();
/** Those that go on with a draft: they are served with what was typed before. */
const goingOn = new WeakSet<HTMLFormElement>();

const longForms = (): readonly HTMLFormElement[] =>
  [...document.forms].filter(({ dataset }) => dataset.draft !== undefined);
/** What the drafts of a form are found by: its address says which page it stands on. */
const nameOf = (form: HTMLFormElement): string => form.getAttribute("action") ?? "";
/** Where a form that was sent leaves word for the page that it goes on in: refused, or with what was read for it. */
function wordFor(address: string): string {
  const { pathname, search } = new URL(address, location.href);
  return `hindcast-sent ${pathname}${search}`;
}
const isShownAgain = (form: HTMLFormElement): boolean => form.dataset.draft === "shown-again";

function keep(form: HTMLFormElement): void {
  clearTimeout(timers.get(form));
  timers.delete(form);
  const key = own.get(form);
  const before = key !== undefined && goingOn.has(form) ? readDraft(key).typed : {};
  const typed = { ...before, ...typedIn(form, before) };
  if (Object.keys(typed).length > 0) {
    const known = key ?? newDraft(nameOf(form));
    own.set(form, known);
    keepDraft(known, typed, open.get(form) ?? null);
  } else if (key !== undefined) {
    dropDraft(key);
  }
}

function keepSoon(form: HTMLFormElement): void {
  clearTimeout(timers.get(form));
  timers.set(
    form,
    // Before the page is there, it is not known which draft is its own.
    setTimeout(() => (document.readyState === "complete" ? keep(form) : keepSoon(form)), PAUSE_MS),
  );
}

function offer(form: HTMLFormElement, draft: Draft): void {
  const { begun = "", putBack: back, throwAway, locale } = words();
  const line = make("div");
  line.className = "notice draft";
  line.role = "status";
  const button = (text: string | undefined, act: () => void) => {
    const made = make("button", text);
    made.setAttribute("type", "button");
    made.className = "button small";
    made.addEventListener("click", () => {
      act();
      line.remove();
      form.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select")?.focus();
    });
    return made;
  };
  line.append(
    make("p", begun.replace("{when}", writeTime(draft.begun, locale))),
    button(back, () => {
      own.set(form, draft.key);
      putBack(form, draft.typed);
      if (draft.sentAs !== null) setKey(form, draft.sentAs);
    }),
    button(throwAway, () => dropDraft(draft.key)),
  );
  form.prepend(line);
}

/** Looks which drafts there are of a form, and offers those that hold something else than it does. */
function lookFor(form: HTMLFormElement): void {
  const sent = inThisTab.read(wordFor(location.href));
  if (sent !== null && isOf(sent, nameOf(form))) {
    own.set(form, sent);
    goingOn.add(form);
    return;
  }
  if (isShownAgain(form)) return;
  const isFilled = Object.keys(typedIn(form)).length > 0;
  const others = draftsOf(nameOf(form)).filter(({ key }) => key !== own.get(form));
  for (const draft of others.slice(0, MOST_OFFERED).reverse()) {
    if (wouldChange(form, draft.typed)) offer(form, draft);
    // The browser itself has put it back, or the switch of the language; or it was saved by now.
    else if (isFilled) own.set(form, draft.key);
    else dropDraft(draft.key);
  }
}

/** Keeps a form as it is sent: its answer may not come. */
export function keepBeforeSending(form: HTMLFormElement): void {
  if (form.dataset.draft === undefined) return;
  open.set(form, keyOf(form));
  keep(form);
}

/** Drops the draft of a form that was saved; one that goes on where it leads keeps it. */
export function followAnswer(
  form: HTMLFormElement,
  { to, isSaved }: { readonly to: string; readonly isSaved: boolean },
): void {
  clearTimeout(timers.get(form));
  timers.delete(form);
  open.delete(form);
  const key = own.get(form);
  if (!isSaved) {
    if (key !== undefined) inThisTab.keep(wordFor(to), key);
    return;
  }
  if (key !== undefined) dropDraft(key);
  own.delete(form);
  inThisTab.drop(wordFor(location.href));
}

/** Keeps what is typed into long forms in this browser until it is saved, and offers it when such a form is opened anew. */
export function keepDrafts(): void {
  dropOldDrafts();
  const follow = ({ target }: Event) => {
    const form = target instanceof Element ? target.closest("form") : null;
    if (form?.dataset.draft !== undefined) keepSoon(form);
  };
  document.addEventListener("input", follow);
  document.addEventListener("change", follow);
  // By then a browser has put back what it remembers itself.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) for (const form of longForms()) lookFor(form);
  });
  window.addEventListener("pagehide", () => {
    for (const form of longForms()) if (timers.has(form)) keep(form);
  });
}
