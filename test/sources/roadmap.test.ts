import { expect } from '@open-wc/testing';
import promises from '../../demo/promises.json';
import type { Plan } from '../../src/model/commitment.js';
import { looseDate } from '../../src/sources/roadmap/dates.js';
import { openPlan } from '../../src/sources/roadmap/index.js';
import { commitmentStatus, milestoneStatus } from '../../src/sources/roadmap/statuses.js';
import { SourceError } from '../../src/sources/source.js';
import { json, serve, status, text } from '../support/fake-fetch.js';
import { onSharedData } from '../support/shared-data.js';

let restore = () => {};
afterEach(() => restore());

const address = new URL('https://city.example/plan');

function open(answer: () => Response): Promise<Plan> {
  restore();
  ({ restore } = serve({ '/plan': answer }));
  return openPlan(address, {});
}

const bytes = (content: BufferSource) => () => new Response(content);
const reasons = ({ problems }: Plan) => problems.map(({ row, reason }) => `${row}: ${reason}`);

describe('a loose date', () => {
  for (const [written, read] of [
    ['2019', '2019'], ['2019-01', '2019-01'], ['2019-7-10', '2019-07-10'], ['2019/07/10', '2019-07-10'], ['2018-12-10T15:53:00Z', '2018-12-10'], ['2018-12-10 00:00:00', '2018-12-10'],
    ['10.07.2019', '2019-07-10'], ['13/10/2019', '2019-10-13'], ['10/13/2019', '2019-10-13'], ['7/7/2019', '2019-07-07'], ['07/2019', '2019-07'], [' 2019-01-02 ', '2019-01-02'],
    ['9 March 2023', '2023-03-09'], ['March 9, 2023', '2023-03-09'], ['Sept. 2023', '2023-09'], ['1er août 2025', '2025-08-01'], ['31. März 2025', '2025-03-31'], ['9 de marzo de 2025', '2025-03-09'], ['dicembre 2024', '2024-12'], ['3rd May 2024', '2024-05-03'],
  ] as const) {
    it(`“${written}” is ${read}`, () => expect(looseDate(written)).to.equal(read));
  }

  for (const written of ['7/10/2019', '1-2-2019', 'soon', '2019-13', '2019-02-30', '31.02.2020', '19', 'March', '5 2023', '12/31/19', 'March or April 2023', '2023 March 2024']) {
    it(`“${written}” is none, or could be two`, () => expect(looseDate(written)).to.equal(undefined));
  }
});

describe('a status word of the peers', () => {
  for (const [word, read] of [
    ['Not Started', 'planned'], ['not_started', 'planned'], ['notStarted', 'planned'], ['In Progress', 'started'], ['Substantial', 'started'], ['Limited', 'started'], ['Complete', 'completed'], ['notMet', 'started'],
    ['working', 'started'], ['implementation', 'started'], ['completion', 'completed'], ['Réalisé', 'completed'], ['En cours', 'started'], ['à venir', 'planned'], ['in Umsetzung', 'started'], ['Zurückgestellt', 'paused'],
    ['abgeschlossen', 'completed'], ['En ejecución', 'started'], ['Cumplido', 'completed'], ['In corso', 'started'], ['Annullato', 'cancelled'], ['On hold', 'paused'], ['cancelled', 'cancelled'],
  ] as const) {
    it(`“${word}” is ${read}`, () => expect(commitmentStatus(word)).to.equal(read));
  }

  it('is read for milestones in OC4IDS’s own terms', () => {
    expect(['met', 'notMet', 'partiallyMet', 'scheduled', 'Complete', 'In Progress', 'Not Started'].map(milestoneStatus)).to.deep.equal(['met', 'notMet', 'partiallyMet', 'scheduled', 'met', 'partiallyMet', 'scheduled']);
    expect(milestoneStatus('fluffy')).to.equal(undefined);
  });
});

describe('a plan as JSON', () => {
  const full = {
    title: 'Plan', publisher: 'City', source: 'https://city.example/', licence: { title: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' }, updated: '2026-11-01',
    commitments: [
      {
        id: 'a', title: 'Park', status: 'started', dueDate: '2027', progress: 0.5, planned: { amount: 100, currency: 'EUR' }, spent: { amount: 20, currency: 'EUR' }, evidence: ['https://city.example/1', { title: 'Two', url: 'https://city.example/2' }],
        ideas: ['i1'], sdg: ['11.7'], ogp: 'XX0001', milestones: [{ id: '1', title: 'Plan', status: 'met', dueDate: '2026-01', dateMet: '2026-02-03' }, { title: 'Dig' }],
      },
    ],
  };

  it('is read whole', async () => {
    const plan = await open(json(full));
    expect(plan.problems).to.deep.equal([]);
    expect(plan).to.deep.include({ title: 'Plan', publisher: 'City', updated: '2026-11-01', source: { url: 'https://city.example/' } });
    expect(plan.commitments[0]).to.deep.include({ id: 'a', title: 'Park', dueDate: '2027', progress: 0.5, planned: { amount: 100, currency: 'EUR' }, ideas: ['i1'], sdg: ['11.7'], ogp: 'XX0001' });
    expect(plan.commitments[0]!.evidence).to.deep.equal([{ url: 'https://city.example/1' }, { title: 'Two', url: 'https://city.example/2' }]);
    expect(plan.commitments[0]!.milestones.map(({ id, status }) => [id, status])).to.deep.equal([['1', 'met'], ['2', 'scheduled']]);
  });

  it('may be a bare array', async () => {
    expect((await open(json(full.commitments))).commitments.map(({ id }) => id)).to.deep.equal(['a']);
    expect((await open(json([]))).commitments).to.deep.equal([]);
  });

  it('keeps what can be read and names the record of the rest', async () => {
    const plan = await open(json([{ title: 'A', status: 'fluffy', dueDate: '7/10/2019', progress: 300, planned: { amount: 5 } }, 'nonsense', { id: 'x' }, null, { title: 'A' }]));
    expect(plan.commitments.map(({ id, status: read, dueDate }) => [id, read, dueDate])).to.deep.equal([['A', 'planned', undefined], ['A-2', 'planned', undefined]]);
    expect(reasons(plan).map((reason) => reason.slice(0, 28))).to.deep.equal([
      '1: Status “fluffy” is not kn', '1: Due date “7/10/2019” is n', '1: Progress “300” is not bet', '1: Amount “5” has no currenc', '2: This is no commitment but', '3: A commitment without “tit', '4: This is no commitment but', '5: The id “A” is used twice;',
    ]);
  });

  for (const [title, answer, reason] of [
    ['broken JSON', text('{"commitments": [', 'application/json'), 'unreadable'],
    ['JSON that is no plan', json({ type: 'FeatureCollection', features: [] }), 'unreadable'],
    ['a web page', text('<!doctype html><title>Plan</title>', 'application/json'), 'web-page'],
    ['one word', text('hello'), 'unknown'],
    ['an empty file', text(''), 'unknown'],
    ['a table of something else', text('lon,lat\n1,2\n'), 'unreadable'],
    ['404', status(404), 'not-found'],
    ['403', status(403), 'refused'],
  ] as const) {
    it(`is refused as “${reason}” where it is ${title}`, async () => {
      const error: unknown = await open(answer).catch((caught: unknown) => caught);
      expect(error).to.be.instanceOf(SourceError);
      expect((error as SourceError).reason).to.equal(reason);
    });
  }
});

describe('a plan as a table', () => {
  it('has one row a commitment, with numbered milestones', async () => {
    const plan = await open(
      text(`id,title,status,responsible,theme,dueDate,dateMet,progress %,budget (EUR),spent,evidence,milestone_1_title,milestone_1_due,milestone_1_status,milestone_2_title
1,"Park, big",In Progress,Parks,Green,2027-04,,60,"1,200,000",€ 899.50,https://a.example/1; https://a.example/2,Design,2026-01-31,Complete,Dig
2,Bus,Complete,Transit,Mobility,2026,2026-02-01,100,,,,,,,
`),
    );
    expect(plan.problems).to.deep.equal([]);
    expect(plan.commitments[0]).to.deep.include({ id: '1', title: 'Park, big', status: 'started', responsible: 'Parks', theme: 'Green', dueDate: '2027-04', progress: 0.6, planned: { amount: 1200000, currency: 'EUR' }, spent: { amount: 899.5, currency: 'EUR' } });
    expect(plan.commitments[0]!.evidence.map(({ url }) => url)).to.deep.equal(['https://a.example/1', 'https://a.example/2']);
    expect(plan.commitments[0]!.milestones.map(({ title, dueDate, status: read }) => [title, dueDate, read])).to.deep.equal([['Design', '2026-01-31', 'met'], ['Dig', undefined, 'scheduled']]);
    expect(plan.commitments[1]).to.deep.include({ status: 'completed', dueDate: '2026', completedDate: '2026-02-01', milestones: [] });
  });

  it('has one row a milestone where the commitment’s id repeats', async () => {
    const plan = await open(text('id\ttitle\tstatus\tmilestone title\tmilestone due date\tmilestone status\nA\tPark\tstarted\tDesign\t2026-01\tmet\nA\tPark\tstarted\tDig\t2027\tscheduled\nB\tBus\tplanned\t\t\t\n'));
    expect(plan.commitments.map(({ id, title, status: read, milestones }) => [id, title, read, milestones.length])).to.deep.equal([['A', 'Park', 'started', 2], ['B', 'Bus', 'planned', 0]]);
    expect(plan.problems).to.deep.equal([]);
  });

  const french = 'Identifiant;Intitulé;Statut;Responsable;Thématique;Échéance;Motif du retard;Budget prévu (€)\nP1;Rénover l’école;En cours;Éducation;Écoles;31.12.2026;Amiante trouvé;1 250 000,50\nP2;Planter 100 arbres;Réalisé;Espaces verts;Climat;juin 2025;;\n';
  for (const [language, content, first] of [
    ['French', french, { id: 'P1', title: 'Rénover l’école', status: 'started', responsible: 'Éducation', theme: 'Écoles', dueDate: '2026-12-31', reason: 'Amiante trouvé', planned: { amount: 1250000.5, currency: 'EUR' } }],
    ['German', 'Nr.;Maßnahme;Stand;Zuständig;Handlungsfeld;Frist;Abgeschlossen am;Fortschritt (%)\n7;Radweg;abgeschlossen;Tiefbauamt;Mobilität;März 2026;15.02.2026;100\n', { id: '7', title: 'Radweg', status: 'completed', responsible: 'Tiefbauamt', theme: 'Mobilität', dueDate: '2026-03', completedDate: '2026-02-15', progress: 1 }],
    ['Spanish', 'código|compromiso|estado|entidad|ámbito|fecha límite|avance\nC-1|Más parques|En ejecución|Medio Ambiente|Verde|9 de marzo de 2027|40 %\n', { id: 'C-1', title: 'Más parques', status: 'started', responsible: 'Medio Ambiente', theme: 'Verde', dueDate: '2027-03-09', progress: 0.4 }],
    ['Italian', 'codice,titolo,stato,responsabile,tema,scadenza,motivo del ritardo\nA1,"Scuola, nuova",In ritardo,Assessorato,Scuola,dicembre 2024,Gara deserta\n', { id: 'A1', title: 'Scuola, nuova', status: 'started', responsible: 'Assessorato', theme: 'Scuola', dueDate: '2024-12', reason: 'Gara deserta' }],
    ['English with OGP’s headers', 'Commitment Unique Identifier,Theme,Commitment Title,Full Text,Lead Institution,URL,Completion (Progress Report)\nXX0001,Health,Open clinics,Open all clinics.,Ministry of Health,https://ogp.example/XX0001,Substantial\n', { id: 'XX0001', ogp: 'XX0001', title: 'Open clinics', description: 'Open all clinics.', status: 'started', responsible: 'Ministry of Health', theme: 'Health', source: { url: 'https://ogp.example/XX0001' } }],
  ] as const) {
    it(`is read in ${language}`, async () => {
      const plan = await open(text(content));
      expect(plan.problems).to.deep.equal([]);
      expect(plan.commitments[0]).to.deep.include(first);
    });
  }

  it('is read in windows-1252 and in UTF-16, quotes and line breaks in cells included', async () => {
    const latin = Uint8Array.from([...french.replace(/’/g, "'")].map((sign) => (sign === '€' ? 0x80 : sign.charCodeAt(0))));
    expect((await open(bytes(latin))).commitments[0]!.title).to.equal("Rénover l'école");
    const wide = new Uint8Array(Uint16Array.from([0xfeff, ...[...'id,title\r\n1,"a ""b""\r\nc"\r\n'].map((sign) => sign.charCodeAt(0))]).buffer);
    expect((await open(bytes(wide))).commitments.map(({ title }) => title)).to.deep.equal(['a "b"\r\nc']);
  });

  it('reports each cell that it cannot read, with its row', async () => {
    const plan = await open(text('title,status,due,cost\nA,fluffy,7/10/2019,12\nB,done,ND,n/a\n,,2020,\n'));
    expect(reasons(plan).map((reason) => reason.slice(0, 24))).to.deep.equal(['1: Status “fluffy” is no', '1: Due date “7/10/2019” ', '1: Amount “12” has no cu', '3: A row without title w']);
    expect(plan.commitments.map(({ title, status: read, dueDate }) => [title, read, dueDate])).to.deep.equal([['A', 'planned', undefined], ['B', 'completed', undefined]]);
  });
});

describe('real plans', () => {
  onSharedData('the OC4IDS example is one project with its money, its milestone and the reason of its delay', 'participation/oc4ids/oc4ids-example.json', async (content) => {
    const plan = await open(bytes(content));
    expect(plan.problems).to.deep.equal([]);
    expect(plan.commitments).to.have.length(1);
    const [project] = plan.commitments;
    expect(project).to.deep.include({ theme: 'transport', responsible: 'Motorways UK', dueDate: '2018-12-10', completedDate: '2018-12-10', planned: { amount: 40000000, currency: 'GBP' }, spent: { amount: 42100000, currency: 'GBP' } });
    expect(project!.milestones).to.deep.equal([{ id: '1', title: 'Grant disbursement', description: undefined, dueDate: '2016-01-01', dateMet: '2016-01-01', status: 'met' }]);
    expect(project!.reason).to.contain('watercourse');
    expect(project!.evidence.length).to.be.greaterThan(0);
  });

  onSharedData('the bare projects of a package are read alike', 'participation/oc4ids/oc4ids-example.json', async (content) => {
    const { projects } = JSON.parse(new TextDecoder().decode(content)) as { projects: unknown };
    expect((await open(json(projects))).commitments[0]!.planned).to.deep.equal({ amount: 40000000, currency: 'GBP' });
  });

  onSharedData('the 70 sub-commitments of the U.S. plan are the steps of 36 commitments', 'participation/ogp/us-nap5-subcommitments.csv', async (content) => {
    const plan = await open(bytes(content));
    expect(plan.problems).to.deep.equal([]);
    expect(plan.commitments).to.have.length(36);
    const steps = plan.commitments.flatMap(({ milestones }) => milestones);
    expect(steps).to.have.length(70);
    expect(['met', 'partiallyMet', 'scheduled'].map((read) => steps.filter((step) => step.status === read).length)).to.deep.equal([33, 36, 1]);
    expect(plan.commitments[0]).to.deep.include({ id: 'US0113', status: 'started', responsible: 'Executive Office of the President, Office of Science and Technology Policy' });
    expect(plan.commitments.filter((commitment) => commitment.status === 'completed')).to.have.length(14);
  });

  onSharedData('the headers of the OGP’s own table are known', 'participation/ogp/ogp-commitments-columns-observed.csv', async (content) => {
    const names = new TextDecoder().decode(content).trim();
    const cells = names.split(',').map((_, i) => `"cell ${i}"`).join(',');
    const [commitment] = (await open(text(`${names}\n${cells}\n`))).commitments;
    expect(commitment).to.deep.include({ id: 'cell 0', ogp: 'cell 0', theme: 'cell 3', title: 'cell 7', description: 'cell 9', responsible: 'cell 10', source: { url: 'cell 12' } });
  });

  it('the plan of our own demo has 36 commitments and nothing that cannot be read', async () => {
    const plan = await open(json(promises));
    expect(plan.problems).to.deep.equal([]);
    expect(plan.commitments).to.have.length(36);
    for (const { id, title, source, milestones } of plan.commitments) {
      expect(title.length, id).to.be.lessThan(91);
      expect(source?.url, id).to.match(/^https:\/\/open\.usa\.gov\//);
      expect(milestones, id).not.to.have.length(0);
    }
  });
});
