/** A dollar alone is not there: it is money in a dozen countries. */
const signs: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', 'US$': 'USD', '¥': 'JPY', '₹': 'INR', zł: 'PLN', 'Fr.': 'CHF', C$: 'CAD', A$: 'AUD' };

/** ISO 4217 of an amount: as a code or a sign beside it, else as said elsewhere; `undefined` where nobody says. */
export function currencyOf(text: string, elsewhere: string | undefined): string | undefined {
  const sign = Object.keys(signs).find((each) => text.includes(each));
  const code = /\b[A-Z]{3}\b/.exec(text)?.[0] ?? (sign ? signs[sign] : undefined) ?? (elsewhere && (signs[elsewhere] ?? elsewhere.toUpperCase()));
  return code && /^[A-Z]{3}$/.test(code) ? code : undefined;
}

/** Of points and commas the last is the decimal mark, unless three digits follow it: amounts of money have no thousandths. */
export function amountOf(text: string): number | undefined {
  const digits = text.replace(/[^\d.,'’-]/g, '').replace(/['’]/g, '').replace(/[.,]+$/, '').replace(/^[.,]+/, '');
  if (!/^-?\d/.test(digits)) return undefined;
  const [, whole = digits, decimals] = /^(.*)[.,](\d{1,2}|\d{4,})$/.exec(digits) ?? [];
  const amount = Number(`${whole.replace(/[.,]/g, '')}.${decimals ?? 0}`);
  return Number.isNaN(amount) ? undefined : amount;
}
