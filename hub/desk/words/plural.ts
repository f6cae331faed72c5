/** Chooses the form of a word by the plural rules of a language; `#` is the number. */
export function plural(language: string): (n: number, forms: { other: string } & { [form in Intl.LDMLPluralRule]?: string }) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (n, forms) => (forms[rules.select(n)] ?? forms.other).replace('#', numbers.format(n));
}
