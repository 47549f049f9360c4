import type { ForecastDetail } from "#db/lists/forecast-detail.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { Messages } from "#messages/en.ts";
import type { FormAction } from "../../_words/form-state.ts";
import { Instant } from "../../_words/instant.tsx";
import { WithdrawalForm } from "../evidence/evidence-form.tsx";
import { Name, Said, Sentence } from "../text/isolated.tsx";

/** That a forecast was withdrawn, when, by whom and why, with the way back. */
export function WithdrawnNotice({
  forecast,
  restore,
  language,
  m,
  timeZone,
  name,
}: {
  forecast: ForecastDetail;
  restore: FormAction;
  language: Language;
  m: Messages;
  timeZone: string;
  name: string;
}) {
  const { withdrawal } = forecast;
  const e = m.editing;
  return (
    <>
      {withdrawal !== null && (
        <div className="notice withdrawn">
          <p>
            <b>
              <Sentence
                parts={e.withdrawn(
                  <Instant at={withdrawal.at} language={language} timeZone={timeZone} />,
                  <Name by={withdrawal.by} m={m} />,
                )}
              />
            </b>{" "}
            <span className="typed">
              <Said m={m}>{withdrawal.reason}</Said>
            </span>
          </p>
          <p className="small">{e.nothingAdded}</p>
        </div>
      )}
      <div className="no-print">
        <WithdrawalForm
          action={restore}
          title={e.restore}
          note={e.restoreNote}
          reason={e.restoreReason}
          submit={e.restore}
          shown={withdrawal !== null}
          m={m}
          name={name}
        />
      </div>
    </>
  );
}
