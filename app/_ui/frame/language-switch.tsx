/** The switch to the other language: a form, because it changes what is kept, that comes back to where we are. */
export const LanguageSwitch = ({
  to,
  text,
  label,
  address,
}: {
  to: string;
  text: string;
  label: string;
  /** Where we are. */
  address: string;
}) => (
  <form action="/language" method="post">
    <input type="hidden" name="lang" value={to} />
    <input type="hidden" name="back" value={address} />
    <button className="link-button" type="submit" lang={to} title={label}>
      {text}
    </button>
  </form>
);
