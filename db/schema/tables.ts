/** All tables, as the engines and the tool that generates migrations want them. */

export * from "./actors.ts";
export * from "./evidence.ts";
export * from "./forecasts.ts";
export * from "./history.ts";
export * from "./kept-answers.ts";
export * from "./pages.ts";
export * from "./sources.ts";
export * from "./verdicts.ts";
