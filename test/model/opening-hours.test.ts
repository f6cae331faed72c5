import { expect } from '@open-wc/testing';
import { opennessAt } from '../../src/model/opening-hours.js';

/** A moment of the week of Monday, 2 March 2026. */
const at = (weekday: number, time: string): Date => new Date(`2026-03-0${2 + weekday}T${time}`);
const [monday, wednesday, friday, saturday, sunday] = [0, 2, 4, 5, 6];

/** “open until day hh:mm” in few letters. */
function said(text: string, now: Date): string | undefined {
  const found = opennessAt(text, now);
  if (!found) return undefined;
  const { open, change } = found;
  const when = change && `${change.toLocaleDateString('en', { weekday: 'short' })} ${change.toLocaleTimeString('de', { hour: '2-digit', minute: '2-digit' })}`;
  return [open ? 'open' : 'closed', when].filter(Boolean).join(', ');
}

describe('opening hours', () => {
  for (const [text, now, expected] of [
    ['Mo-Fr 08:00-18:00', at(monday, '09:00'), 'open, Mon 18:00'],
    ['Mo-Fr 08:00-18:00', at(monday, '18:00'), 'closed, Tue 08:00'],
    ['Mo-Fr 08:00-18:00', at(friday, '19:00'), 'closed, Mon 08:00'],
    ['Mo-Fr 08:00-12:00,13:00-18:00; Sa 10:00-14:00', at(wednesday, '12:30'), 'closed, Wed 13:00'],
    ['Mo-Fr 08:00-12:00, Sa 10:00-14:00', at(saturday, '11:00'), 'open, Sat 14:00'],
    ['24/7', at(sunday, '03:00'), 'open'],
    ['Mo-Su', at(sunday, '03:00'), 'open'],
    ['08:00-20:00', at(sunday, '07:59'), 'closed, Sun 08:00'],
    ['Mo-Su 10:00-18:00; We off', at(wednesday, '11:00'), 'closed, Thu 10:00'],
    ['Mo-Fr 08:00-16:00; Fr 08:00-12:00', at(friday, '13:00'), 'closed, Mon 08:00'],
    ['Fr-Sa 22:00-02:00', at(saturday, '01:00'), 'open, Sat 02:00'],
    ['Su 22:00-04:00', at(monday, '03:00'), 'open, Mon 04:00'],
    ['Fr 20:00-26:00', at(saturday, '01:30'), 'open, Sat 02:00'],
    ['Sa-Mo 09:00-12:00', at(sunday, '10:00'), 'open, Sun 12:00'],
    ['Mo-Fr 00:00-24:00', at(wednesday, '12:00'), 'open, Sat 00:00'],
    ['Mo–Fr 8:00–17:00; PH off', at(monday, '07:00'), 'closed, Mon 08:00'],
    ['Mo,We,Fr: 08:00-12:00', at(wednesday, '13:00'), 'closed, Fri 08:00'],
    ['Mo-Fr off', at(wednesday, '13:00'), 'closed'],
  ] as const) {
    it(`“${text}” is “${expected}” on a ${now.toLocaleDateString('en', { weekday: 'long' })} at ${now.toTimeString().slice(0, 5)}`, () => {
      expect(said(text, now)).to.equal(expected);
    });
  }

  it('says nothing of what it does not understand', () => {
    for (const text of ['', 'Apr-Oct: Mo-Fr 08:00-18:00', 'sunrise-sunset', 'Mo-Fr 08:00+', 'Montag bis Freitag 8 bis 12 Uhr', 'Mo-Fr 08:00-18:00 "by appointment"', 'Mo-Fr 30:00-50:00', 'täglich', 'Mo-Fr 8-18', '-', ';']) {
      expect(opennessAt(text, at(monday, '10:00')), text).to.equal(undefined);
    }
  });
});
