-- The words of each search entry, by its number. What is written here are tokens of ours, so the tokenizer only splits
-- at blanks; the texts themselves are not kept a second time.
CREATE VIRTUAL TABLE search_words USING fts5(
	claim, quote, rest,
	content='', contentless_delete=1, tokenize='ascii'
);
