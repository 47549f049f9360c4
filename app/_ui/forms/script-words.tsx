import type { Messages } from "#messages/en.ts";

/** What our script says beside a form, in the page's language (app/_script/words.ts): it has no words of its own. */
export const ScriptWords = ({ m }: { m: Messages }) => {
  const { sending: s, drafts: d, form } = m;
  return (
    <div
      hidden
      data-words
      data-locale={d.locale}
      data-offline={s.offline}
      data-lost={s.lost}
      data-late={s.late}
      data-not-ready={s.notReady}
      data-too-large={s.tooLarge}
      data-refused={s.refused}
      data-other={s.other("{status}")}
      data-nothing-lost={form.nothingLost}
      data-begun={d.begun("{when}")}
      data-put-back={d.putBack}
      data-throw-away={d.throwAway}
    />
  );
};
