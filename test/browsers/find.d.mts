export function findChromium(): string;
export function findFirefox(): string;
export function findWebKit(): { readonly driver: string; readonly screen: string; readonly browser: string };
export const chromiumFlags: string[];
