import { plainWords } from './statuses.js';

/** What a column of a commitment may hold. */
export type Field =
  | 'id' | 'title' | 'description' | 'responsible' | 'theme' | 'status' | 'startDate' | 'dueDate' | 'completedDate' | 'progress' | 'reason'
  | 'planned' | 'spent' | 'currency' | 'evidence' | 'source' | 'ideas' | 'sdg' | 'ogp' | 'updated';

/** What a column of a milestone may hold. */
export type MilestoneField = 'id' | 'title' | 'description' | 'dueDate' | 'dateMet' | 'status';

/** Headers in English, French, German, Spanish and Italian, the likeliest first; OC4IDS's own names among them. */
const headers: Readonly<Record<Field, string>> = {
  id: 'commitment id, commitment unique identifier, id, identifier, ref, reference, number, commitment number, identifiant, numero, kennung, nummer, nr, identificador, identificativo, codice, codigo',
  title: `title, commitment title, commitment, promise, name, short title, titre, intitule, engagement, promesse, nom, titel, massnahme, vorhaben, zusage, bezeichnung, name der massnahme,
    titulo, compromiso, promesa, nombre, accion, titolo, impegno, promessa, nome, azione`,
  description: 'description, full text, text, summary, details, descriptif, texte, beschreibung, erlauterung, descripcion, resumen, descrizione, testo',
  responsible: `responsible, responsible body, responsible agency, lead institution, lead agency, agency, organisation, organization, owner, department, institution, lead,
    responsable, organisme, administration, porteur, pilote, service, verantwortlich, zustandig, zustandigkeit, federfuhrung, behorde, amt, ressort, stelle,
    responsable institucional, institucion, entidad, organismo, area responsable, responsabile, ente, amministrazione, ufficio, assessorato`,
  theme: 'theme, policy area, topic, category, sector, area, thematique, domaine, categorie, secteur, axe, thema, themenfeld, handlungsfeld, bereich, kategorie, tema, ambito, categoria, eje, settore, area tematica',
  status: 'status, commitment status, completion, completion progress report, state, stage, statut, etat, etat d avancement, avancement statut, stand, umsetzungsstand, zustand, estado, situacion, stato, stato di attuazione',
  startDate: 'startdate, start, start date, started, date de debut, debut, beginn, startdatum, start datum, fecha de inicio, inicio, data di inizio, data inizio, inizio',
  dueDate: `duedate, due, due date, deadline, target date, end date, enddate, planned end, planned completion, echeance, date d echeance, date limite, date de fin, date cible, frist, falligkeit, faellig, fallig, fallig am, termin, zieldatum, enddatum, umsetzung bis,
    fecha limite, plazo, fecha de vencimiento, vencimiento, fecha de fin, fecha fin, fecha prevista, scadenza, data di scadenza, termine, data di fine, entro il`,
  completedDate: `completeddate, datemet, date met, completed, completed on, completion date, date completed, actual completion, date de realisation, realise le, acheve le, date d achevement, abgeschlossen am, erledigt am, abschlussdatum, fertiggestellt,
    fecha de cumplimiento, fecha de finalizacion, cumplido el, completado el, data di completamento, completato il, concluso il, realizzato il`,
  progress: 'progress, percent complete, percent, complete, progression, avancement, taux d avancement, fortschritt, erfullungsgrad, umsetzungsgrad, avance, progreso, porcentaje, avanzamento, progresso, percentuale',
  reason: 'reason, reason for delay, delay reason, explanation, motif, raison, motif du retard, raison du retard, grund, begrundung, grund der verzogerung, grund fur die verzogerung, motivo, motivo del retraso, razon, motivo del ritardo, motivazione',
  planned: 'planned, budget, budget planned, planned budget, cost, estimated cost, budget prevu, montant prevu, cout, geplant, budget geplant, kosten, mittel, presupuesto, presupuesto previsto, costo estimado, coste, bilancio, budget previsto, importo previsto, costo previsto, costo',
  spent: 'spent, budget spent, expenditure, actual cost, depense, depenses, montant depense, budget depense, ausgegeben, ausgaben, verausgabt, gastado, gasto, ejecutado, presupuesto ejecutado, speso, spesa, importo speso',
  currency: 'currency, devise, monnaie, wahrung, moneda, divisa, valuta',
  evidence: 'evidence, evidence url, proof, links, link, documents, preuve, preuves, justificatif, lien, liens, nachweis, nachweise, beleg, belege, evidencia, evidencias, prueba, enlace, enlaces, prova, prove, evidenza, evidenze, documenti, collegamento',
  source: 'url, source, source url, page, web page, website, page web, quelle, webseite, fuente, pagina web, fonte, pagina, sito',
  ideas: 'ideas, idea ids, ideas ids, idees, ideen, idee, propuestas, proposte, proposals, propositions',
  sdg: 'sdg, sdgs, sdg target, sustainable development goals, odd, ziele fur nachhaltige entwicklung, ods, oss',
  ogp: 'ogp, ogp id, ogp commitment id, commitment unique identifier',
  updated: 'updated, last updated, datemodified, date modified, modified, mis a jour, mise a jour, date de mise a jour, derniere mise a jour, aktualisiert, aktualisiert am, letzte aktualisierung, actualizado, fecha de actualizacion, ultima actualizacion, aggiornato, aggiornato il, data aggiornamento, ultimo aggiornamento',
};

const milestoneWords = /^(?:sub ?commitment|milestone|step|etape|jalon|meilenstein|etappe|hito|etapa|tappa|traguardo|fase) ?/;

const find = (field: Field, name: string) => headers[field].split(/,\s+/).indexOf(name);

/** What a header is of a milestone: `milestone_2_due date` is the due date of the second, `subcommitment_id` the id of the row's only one. */
export function milestoneColumn(header: string): { readonly number: number | undefined; readonly field: MilestoneField } | undefined {
  const name = plainWords(header);
  if (!milestoneWords.test(name)) return undefined;
  const [, number, rest = ''] = /^(\d+)?\s*(.*)$/.exec(name.replace(milestoneWords, '')) ?? [];
  const fields = { title: 'title', id: 'id', description: 'description', dueDate: 'dueDate', completedDate: 'dateMet', status: 'status' } as const;
  const found = (Object.keys(fields) as (keyof typeof fields)[]).find((field) => find(field, rest) >= 0);
  const field = rest === '' ? 'title' : found && fields[found];
  return field && { number: number === undefined ? undefined : Number(number), field };
}

/** The column of each field, by its likeliest header. Milestones' columns are left out. */
export function fieldColumns(names: readonly string[]): ReadonlyMap<Field, number> {
  const columns = new Map<Field, number>();
  for (const field of Object.keys(headers) as Field[]) {
    const ranks = names.map((name) => (milestoneColumn(name) ? -1 : find(field, plainWords(name.replace(/\([^)]*\)|%|[€£$]/g, ' ')))));
    const likeliest = Math.min(...ranks.filter((rank) => rank >= 0));
    if (likeliest < Infinity) columns.set(field, ranks.indexOf(likeliest));
  }
  return columns;
}
