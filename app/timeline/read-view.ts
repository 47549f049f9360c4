import { isDay } from "../../domain/day.ts";
import { ZOOMS } from "../../domain/lists/axis.ts";
import { GROUPINGS, type TimelineView } from "../_ui/timeline/view.ts";

/** What the address asks to look at, kindly: a value that is none of ours counts as not given. */
export function readView(params: URLSearchParams): TimelineView {
  const asked = (name: string) => params.get(name);
  const at = asked("at");
  return {
    zoom: ZOOMS.find((zoom) => zoom === asked("zoom")) ?? "year",
    group: GROUPINGS.find((group) => group === asked("group")) ?? "due",
    at: isDay(at) ? at : null,
  };
}
