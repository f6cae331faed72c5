import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launch } from '../support/chromium.js';
import { ScreenReader } from '../support/screen-reader.js';
import type { StaticServer } from '../support/static-server.js';
import { pageWith, startTown } from '../support/town.js';

/** A busy machine may take so long until it says what it has to say, in milliseconds. */
const patience = 10_000;

/** What is heard of a map, line by line: the keys that are pressed, what has the focus then, and in brackets what is announced. */
describe('who does not see <civic-map> hears', () => {
  let town: StaticServer;
  let browser: Browser;
  before(async () => {
    town = await startTown();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await town?.close();
  });

  interface Visit {
    readonly page: Page;
    readonly reader: ScreenReader;
    /** Presses what stands before each bar, and hears what stands behind it. */
    readonly hears: (transcript: string) => Promise<void>;
    /** Reads a part of the map from its beginning to its end. */
    readonly reads: (part: string, transcript: string) => Promise<void>;
  }

  async function visit(act: (visit: Visit) => Promise<void>, blocked?: RegExp): Promise<void> {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const reader = await ScreenReader.of(page);
    if (blocked) await page.route(blocked, (route) => route.abort());
    await page.goto(town.origin + pageWith('<civic-map src="/places.csv" label="Places of Elmhaven"></civic-map>'));
    await page.locator('civic-map:state(ready)').waitFor({ state: 'attached' });
    // What the map brings by itself is there then, or was asked for in vain.
    if (String(blocked).includes('later')) await page.locator('civic-map:state(drawn)').waitFor({ state: 'attached' });
    else await page.locator('[part=save]').waitFor();
    const lines = (transcript: string): string[] => transcript.trim().split('\n').map((line) => line.trim());
    await act({
      page,
      reader,
      async hears(transcript) {
        const expected = lines(transcript);
        const heard: string[] = [];
        for (const line of expected) {
          const [keys = '', words = ''] = line.split(/\s*\| /);
          await reader.press(...keys.split(' '));
          let said = await reader.said();
          for (const end = Date.now() + patience; said !== words && Date.now() < end;) {
            await page.waitForTimeout(50);
            said = await reader.said();
          }
          heard.push(`${line.slice(0, line.length - words.length)}${said}`);
          // What follows would be heard of something else.
          if (said !== words) break;
        }
        assert.equal(heard.join('\n'), expected.slice(0, heard.length).join('\n'));
      },
      async reads(part, transcript) {
        await page.locator(part).waitFor();
        assert.equal((await reader.read('civic-map', part)).join('\n'), lines(transcript).join('\n'));
      },
    });
    await context.close();
  }

  it('what there is, from the title to where the data comes from', () => visit(async ({ reader }) => {
    assert.equal((await reader.read('main')).join('\n'), `
      Town, heading, level 1
      Places of Elmhaven, heading, level 2
      Search and filter: Places of Elmhaven, search
      Search, search box
      Filter, button, collapsed
      13 of 13 places
      Skip the map, button
      Map: Places of Elmhaven, region
      Move the map, application, The arrow keys move the map, plus and minus zoom. The list after the map has the same places.
      Zoom in, button
      Zoom out, button
      Show all places, button
      Move the map, group
      Up, button
      Left, button
      Right, button
      Down, button
      In view on the map, list box
      Market Hall, option, selected
      Town Hall, option
      Post Office, option
      City Library, option
      Elm Park, option
      Stadium, option
      Old Mill Museum, option
      North Library, option
      Swimming Hall, option
      South Library, option
      West Park, option
      Harbour Museum, option
      River Park, option
      Sort by, combo box, collapsed, Order of the data
      View, group
      As a list, button, pressed
      As a table, button
      Near me, button
      List: Places of Elmhaven, list
      Town Hall, Office, Market Square 1, Built: 1874, Visitors: 12,000, button
      Market Hall, Market, Market Square 5, Built: 1891, Visitors: 40,000, button
      City Library, Library, Mill Street 12, Built: 1968, Visitors: 81,000, button
      North Library, Library, North Road 3, Built: 1999, Visitors: 22,000, button
      Elm Park, Park, Park Lane, Built: 1852, button
      River Park, Park, Quay 20, Built: 1921, button
      Old Mill Museum, Museum, Mill Street 40, Built: 1786, Visitors: 9000, button
      Harbour Museum, Museum, Quay 2, Built: 2004, Visitors: 15,000, button
      Swimming Hall, Sport, North Road 90, Built: 1975, Visitors: 60,000, button
      Stadium, Sport, Ring Road 7, Built: 1936, Visitors: 95,000, button
      Post Office, Office, Station Street 4, Built: 1902, button
      South Library, Library, Ring Road 60, Built: 2011, Visitors: 18,000, button
      West Park, Park, West Lane 3, Built: 1960, button
      Kind
      Legend, list
      Library
      Park
      Office
      Museum
      Sport
      Market
      About this data, list
      Download the data, link
      Basemap:
      Natural Earth, link
      How it was read, disclosure, collapsed
      Save and share, disclosure, collapsed
    `.trim().split('\n').map((line) => line.trim()).join('\n'));
  }));

  it('how many places a search finds, and goes on to them past the map', () => visit(async ({ hears }) => {
    await hears(`
      Tab      | Search, search box
      l i b    | Search, search box, lib (3 of 13 places)
      Tab      | Filter, button, collapsed
      Tab      | Clear filters, button
      Enter    | Search, search box (13 of 13 places)
      x x      | Search, search box, xx (No place matches this search.)
      Backspace Backspace | Search, search box (13 of 13 places)
      Tab Tab  | Skip the map, button
      Enter    | Town Hall, Office, Market Square 1, Built: 1874, Visitors: 12,000, button
    `);
  }));

  it('what there is to choose from, what a choice leaves, and how to take it back', () => visit(async ({ hears, reads }) => {
    await hears(`
      Tab Tab  | Filter, button, collapsed
      Enter    | Filter, button, expanded
    `);
    await reads('[part=explorer]', `
      Filter: Places of Elmhaven, region
      Only what the map shows, check box, not checked
      Draw an area, button
      Kind, disclosure, expanded
      Kind, group
      Library: 3, check box, not checked
      Park: 3, check box, not checked
      Office: 2, check box, not checked
      Museum: 2, check box, not checked
      Sport: 2, check box, not checked
      Market: 1, check box, not checked
      Show as a table: Kind, check box, not checked
      Built, disclosure, expanded
      Built, group
      Built: from, slider, 1780 to 2019
      Built: to, slider, 1780 to 2019
      All
      (1780 to 2019)
      Show as a table: Built, check box, not checked
      Visitors, disclosure, expanded
      Visitors, group
      9000: 1, check box, not checked
      12,000: 1, check box, not checked
      15,000: 1, check box, not checked
      18,000: 1, check box, not checked
      22,000: 1, check box, not checked
      40,000: 1, check box, not checked
      60,000: 1, check box, not checked
      81,000: 1, check box, not checked
      95,000: 1, check box, not checked
      Show as a table: Visitors, check box, not checked
    `);
    await hears(`
      Tab      | Only what the map shows, check box, not checked
      Tab      | Draw an area, button
      Tab      | Kind, disclosure, expanded
      Tab      | Library: 3, check box, not checked
      Space    | Library: 3, check box, checked (3 of 13 places)
      Tab      | Park: 3, check box, not checked
      Space    | Park: 3, check box, checked (6 of 13 places)
      Shift+Tab Shift+Tab Shift+Tab Shift+Tab Shift+Tab | Remove: Kind: Library or Park, button
      Enter    | Filter, button, expanded (13 of 13 places)
      Enter    | Filter, button, collapsed
    `);
  }));

  it('a range of years as keys set it', () => visit(async ({ hears }) => {
    await hears(`
      Tab Tab Enter | Filter, button, expanded
      Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab | Built, disclosure, expanded
      Tab      | Built: from, slider, 1780 to 2019
      ArrowRight ArrowRight | Built: from, slider, 1800 to 2019 (12 of 13 places)
      Tab      | Built: to, slider, 1800 to 2019
      ArrowLeft ArrowLeft | Built: to, slider, 1800 to 1999 (10 of 13 places)
      Tab      | Remove: 1800 to 1999, button
      Enter    | Built: from, slider, 1780 to 2019 (13 of 13 places)
    `);
  }));

  it('where the map comes to rest, what is in view, and what of it was chosen', () => visit(async ({ hears, reads }) => {
    await hears(`
      Tab Tab Tab Tab | Move the map, application, The arrow keys move the map, plus and minus zoom. The list after the map has the same places.
      ArrowRight | Move the map, application, The arrow keys move the map, plus and minus zoom. The list after the map has the same places. (In view on the map: 13 (City Library, Old Mill Museum, Post Office))
      +        | Move the map, application, The arrow keys move the map, plus and minus zoom. The list after the map has the same places. (In view on the map: 7 (City Library, Old Mill Museum, Post Office))
      Tab Tab Tab Tab | Up, button
      Tab Tab Tab Tab | In view on the map, list box > City Library, option, selected
      ArrowDown | In view on the map, list box > Old Mill Museum, option, selected
      Enter    | Old Mill Museum, heading, level 3
    `);
    await reads('[part=detail]', `
      Old Mill Museum, region
      Old Mill Museum, heading, level 3
      Close, button
      Show the way, link
      Kind
      Museum
      Built
      1786
      Visitors
      9000
      Address
      Mill Street 40
      Lat
      52.522
      Lon
      13.415
    `);
    await hears(`
      Escape   | In view on the map, list box > Old Mill Museum, option, selected
    `);
  }));

  it('the list, its order, its details, and the same as a table', () => visit(async ({ hears }) => {
    await hears(`
      Tab Tab Tab Enter | Town Hall, Office, Market Square 1, Built: 1874, Visitors: 12,000, button
      ArrowDown | Market Hall, Market, Market Square 5, Built: 1891, Visitors: 40,000, button
      s        | Swimming Hall, Sport, North Road 90, Built: 1975, Visitors: 60,000, button
      Enter    | Swimming Hall, heading, level 3
      Tab      | Close, button
      Enter    | Swimming Hall, Sport, North Road 90, Built: 1975, Visitors: 60,000, button
      Shift+Tab Shift+Tab Shift+Tab Shift+Tab | Sort by, combo box, collapsed, Order of the data
      ArrowDown | Sort by, combo box, collapsed, Name
      Tab      | Reverse the order, button
      Enter    | Reverse the order, button, pressed
      Tab Tab  | As a table, button
      Enter    | As a table, button, pressed
      Tab Tab  | Table: Places of Elmhaven, region
      Tab      | Name, button
      ArrowRight | Kind, button
      Enter    | Kind, button
      Tab      | Swimming Hall, button
      Home     | City Library, button
    `);
  }));

  it('why what is near cannot be shown', () => visit(async ({ hears }) => {
    await hears(`
      Tab Tab Tab Enter | Town Hall, Office, Market Square 1, Built: 1874, Visitors: 12,000, button
      Shift+Tab | Near me, button
      Enter    | Near me, button (Your browser does not give your position to this page. You can allow it in the settings of this page, beside the address.)
    `);
  }));

  it('that there is no map, and finds everything in the list', () => visit(async ({ hears, reads }) => {
    await reads('.stage', `
      The map could not be drawn. The list has everything that is on it.
    `);
    await hears(`
      Tab Tab  | Filter, button, collapsed
      Tab      | Sort by, combo box, collapsed, Order of the data
      Tab Tab Tab Tab | Town Hall, Office, Market Square 1, Built: 1874, Visitors: 12,000, button
      Enter    | Town Hall, heading, level 3
      Escape   | Town Hall, Office, Market Square 1, Built: 1874, Visitors: 12,000, button
    `);
  }, /map\.drawing/));

  it('that “Filter” does not come, and does when it is pressed again', () => visit(async ({ page, hears }) => {
    await hears(`
      Tab Tab  | Filter, button, collapsed
      Enter    | Filter, button, collapsed (This cannot be loaded right now. Please try again.)
      Enter    | Filter, button, collapsed (This cannot be loaded right now. Please try again.)
    `);
    await page.unrouteAll();
    await hears(`
      Enter    | Filter, button, expanded
    `);
    assert.equal(await page.locator('[role=alert]').count(), 0);
  }, /map\.sieve/));

  it('the same of a search', () => visit(async ({ page, hears }) => {
    await hears(`
      Tab l i b | Search, search box, lib (This cannot be loaded right now. Please try again.)
    `);
    await page.unrouteAll();
    await hears(`
      r        | Search, search box, libr (3 of 13 places)
    `);
  }, /map\.sieve/));

  it('the same of what is taken along', () => visit(async ({ page, hears }) => {
    await page.locator('[part=save] summary').focus();
    await hears(`
      Enter    | Save and share, disclosure, expanded
    `);
    // It comes when it is opened.
    await page.locator('[part=save] .ways').waitFor();
    await hears(`
      Tab Tab  | 13 rows as CSV, button
      Enter    | 13 rows as CSV, button (This cannot be loaded right now. Please try again.)
    `);
    await page.unrouteAll();
    await hears(`
      Enter    | 13 rows as CSV, button (The file is ready.)
    `);
  }, /map\.saved/));

  it('the same of what can be taken along at all', () => visit(async ({ page, hears }) => {
    await page.locator('[part=save] summary').focus();
    await hears(`
      Enter    | Save and share, disclosure, expanded (This cannot be loaded right now. Please try again.)
    `);
    await page.unrouteAll();
    await hears(`
      Enter    | Save and share, disclosure, collapsed
    `);
    await page.locator('[part=save] .ways').waitFor({ state: 'attached' });
  }, /map\.keeping/));

  it('the same of how the data was read', () => visit(async ({ page, hears }) => {
    await page.locator('[part=report] summary').focus();
    await hears(`
      Enter    | How it was read, disclosure, expanded (This cannot be loaded right now. Please try again.)
    `);
    await page.unrouteAll();
    await hears(`
      Enter    | How it was read, disclosure, collapsed
    `);
    await page.locator('.facts-of-file').waitFor({ state: 'attached' });
  }, /map\.opened/));

  it('the same of details', () => visit(async ({ page, hears }) => {
    await hears(`
      Tab Tab Tab Enter | Town Hall Office Market Square 1 Built: 1874 Visitors: 12,000, button
      Enter    | Town Hall Office Market Square 1 Built: 1874 Visitors: 12,000, button (This cannot be loaded right now. Please try again.)
    `);
    await page.unrouteAll();
    await hears(`
      Enter    | Town Hall, heading, level 3
    `);
  }, /map\.(later|opened)/));
});
