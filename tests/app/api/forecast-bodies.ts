export const SOURCE = "tri-dao-unsupervised-learning-2025";

/** A forecast that nobody has recorded. */
export const aForecast = {
  claim: { en: "Robots fold laundry" },
  quote: "Robots will fold your laundry within two years.",
  lang: "en",
  source: SOURCE,
  speaker: "tri-dao",
  saidOn: "2026-11-01",
  horizon: "within two years",
  criteria: { trueIf: { en: "Half of all homes have one." } },
  tags: ["robots", "homes"],
};

/** A source that is not on record. */
export const aNewSource = {
  title: "Robots at home",
  url: "https://example.org/robots",
  publisher: "Example",
  publishedOn: "2026-11-01",
};
