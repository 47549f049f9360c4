import { RELATION_KINDS } from "#domain/vocabulary.ts";
import { GroupFault, RepeatedField, SelectField, TextField } from "../../forms/fields.tsx";
import { type ForecastFormProps, forecastLabels } from "./forecast-labels.ts";
import { LadderFields } from "./ladder-fields.tsx";

/** How many empty lines for a relation stand below those there are. */
const SPARE = 2;

function RelationFields({ stored, m }: ForecastFormProps) {
  const e = m.editing;
  const relations = stored?.draft.relations ?? [];
  return (
    <fieldset className="field">
      <legend>{e.relation}</legend>
      <p className="hint">{e.relationHint}</p>
      {Array.from({ length: relations.length + SPARE }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
        <div className="pair even" key={place}>
          <SelectField
            name="relationKind"
            place={place}
            label={m.history.fields.relations}
            value={relations[place]?.kind ?? "related"}
            choices={RELATION_KINDS.map((kind) => ({ value: kind, text: m.relation.to[kind] }))}
          />
          <RepeatedField
            name="relationTo"
            place={place}
            label={e.relationTo}
            value={relations[place]?.to ?? ""}
          />
        </div>
      ))}
      <GroupFault name="relations" />
    </fieldset>
  );
}

/** Tags, relations, and for a new forecast the same claim at other dates. */
export function AroundFields(asked: ForecastFormProps) {
  const { stored, m } = asked;
  const e = m.editing;
  return (
    <fieldset className="part">
      <legend>{e.around}</legend>
      <TextField name="tags" label={e.tags} hint={e.tagsHint} value={stored?.draft.tags.join(", ")} />
      <RelationFields {...asked} />
      {stored === null && (
        <LadderFields label={e.ladder} hint={e.ladderHint} check={e.ladderCheck} names={forecastLabels(m)} />
      )}
    </fieldset>
  );
}
