import { expect } from '@open-wc/testing';
import { personalData } from '../../src/model/personal-data.js';

describe('personalData', () => {
  for (const { text, emails = [], phones = [] } of [
    { text: 'Write to anna.smith@city.example, please.', emails: ['anna.smith@city.example'] },
    { text: 'Ring 030 1234567 or +49 (0)30 / 765 43 21.', phones: ['030 1234567', '+49 (0)30 / 765 43 21'] },
    { text: 'Appelez le 06 12 34 56 78', phones: ['06 12 34 56 78'] },
    { text: '٠١٢٣٤٥٦٧٨٩ رقمي', phones: ['٠١٢٣٤٥٦٧٨٩'] },
    { text: 'In 2026 it cost 1,250,000 and 12 trees; open 9-12, Mill Street 12, 12345 Linden.' },
    { text: 'From 2026-11-23 to 2026-12-24, or 23.11.2026 and 24.12.2026.' },
    { text: 'At 52.520008, 13.404954; see https://city.example/a/1234567890.' },
  ] as readonly { text: string; emails?: string[]; phones?: string[] }[]) {
    it(`finds ${emails.length + phones.length} in “${text}”`, () => {
      expect(personalData(text)).to.deep.equal({ emails, phones });
    });
  }
});
