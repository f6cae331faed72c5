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
      expect(personalData(text)).to.deep.equal({ emails, phones, numbers: [] });
    });
  }

  // Made up by the rules, or taken from the authority's own example; none belongs to a person that we know.
  for (const { what, right, wrong } of [
    { what: 'a codice fiscale', right: ['RSSMRA85T10A562S', 'rssmra85t10a562s', 'RSS MRA 85T10 A562S'], wrong: ['RSSMRA85T10A562T'] },
    { what: 'a French social security number', right: ['255081416802538', '2 55 08 14 168 025 38', '1 85 05 2A 004 123 56'], wrong: ['2 55 08 14 168 025 39'] },
    { what: 'a DNI or NIE', right: ['12345678Z', '12.345.678-Z', 'X1234567L'], wrong: ['12345678A', 'X1234567A'] },
    { what: 'a German tax number', right: ['86095742719', '47 036 892 816'], wrong: ['86095742718', '12345678901'] },
    { what: 'a Social Security number', right: ['219-09-9999', '219 09 9999'], wrong: ['000-12-3456', '219099999', '900-12-3456'] },
    { what: 'a National Insurance number', right: ['AB123456C', 'AB 12 34 56 C'], wrong: ['GB123456C', 'AB123456E'] },
    { what: 'a burgerservicenummer', right: ['111222333', '1112.22.333'], wrong: ['111222334', '000000000'] },
    { what: 'a rijksregisternummer', right: ['85.07.30-033.28', '85073003328', '17 07 30 033 84'], wrong: ['85.07.30-033.29'] },
    { what: 'a PESEL', right: ['44051401359'], wrong: ['44051401358', '44991401359'] },
    { what: 'a personnummer', right: ['811228-9874', '19811228-9874', '198112289874'], wrong: ['811228-9873', '811328-9874'] },
    { what: 'a Portuguese tax number', right: ['123456789'], wrong: ['123456788'] },
    { what: 'a henkilötunnus', right: ['131052-308T'], wrong: ['131052-308U'] },
  ] as const) {
    it(`finds ${what} where its check digits are right, and takes it for nothing else`, () => {
      for (const number of right) expect(personalData(`It is ${number}, please.`), number).to.deep.equal({ emails: [], phones: [], numbers: [number] });
      for (const number of wrong) expect(personalData(`It is ${number}, please.`).numbers, number).to.deep.equal([]);
    });
  }

  it('leaves prices, house numbers, years, postcodes and references of files alone', () => {
    const text = 'House 123456, Mill Street 12 to 14, 12345 Linden. File 2026/1234, route B123456, plan AB12, 1.234.567,89 in 2026-11-23, ISBN 978-3-16-148410-0, at 52.520008, 13.404954, sign QX-7781.';
    expect(personalData(text).numbers).to.deep.equal([]);
  });
});
