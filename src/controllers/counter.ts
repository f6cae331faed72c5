import { html, type TemplateResult } from 'lit';
import type { Language } from './language.js';

/**
 * How many characters are left, to stand below a field as its description. Seen at every stroke; said only when it gets
 * tight, and then in tens, because a number after every letter would drown the words.
 */
export function counter(id: string, length: number, most: number, { say }: Language): TemplateResult {
  const words = (left: number): string => (left < 0 ? say.sending.over(-left) : say.sending.left(left));
  const left = most - length;
  return html`
    <span id=${id} class="hint counter ${left < 0 ? 'over' : ''}">${words(left)}</span>
    <span class="visually-hidden" role="status">${left <= most / 10 ? words(left < 0 ? Math.floor(left / 10) * 10 : Math.ceil(left / 10) * 10) : ''}</span>
  `;
}
