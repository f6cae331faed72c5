import type { CommitmentStatus, MilestoneStatus } from '../../model/commitment.js';

/** Without case, accents and punctuation: `Not_Started`, `notStarted` and `NOT STARTED` are one. */
export function plainWords(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

/**
 * What the peers say and what it is with us. `substantial` and `limited` are the OGP's degrees of completion, the third
 * line of each group OC4IDS's project and milestone statuses.
 */
const words: Readonly<Record<CommitmentStatus, string>> = {
  planned: `planned, not started, todo, to do, open, proposed, upcoming, pending, scheduled, new, no data, nodata, backlog, not yet started,
    prevu, prevue, planifie, planifiee, non commence, non commencee, a venir, a faire, geplant, nicht begonnen, offen, vorgesehen, ausstehend,
    identification, preparation, planificado, planificada, previsto, prevista, no iniciado, no iniciada, sin iniciar, pendiente, pianificato, pianificata, non iniziato, non iniziata, non avviato, da avviare`,
  started: `started, in progress, under way, underway, ongoing, working, active, on track, delayed, late, behind schedule, at risk, substantial, limited, partial, partially complete, partially completed,
    en cours, commence, commencee, demarre, demarree, en retard, in arbeit, laufend, begonnen, gestartet, in umsetzung, teilweise umgesetzt, verzogert, verspatet,
    implementation, not met, partially met, iniciado, iniciada, en curso, en proceso, en marcha, en ejecucion, parcial, retrasado, retrasada, avviato, avviata, in corso, in esecuzione, parziale, in ritardo`,
  completed: `completed, complete, done, finished, met, kept, delivered, fulfilled, achieved, implemented, closed, fully complete,
    termine, terminee, acheve, achevee, realise, realisee, tenu, tenue, fait, faite, abgeschlossen, erledigt, umgesetzt, fertig, erreicht, erfullt, gehalten,
    completion, maintenance, decommissioning, decommissioned, completado, completada, cumplido, cumplida, finalizado, finalizada, terminado, terminada, realizado, realizada, completato, completata, concluso, conclusa, realizzato, realizzata, raggiunto, fatto`,
  paused: `paused, on hold, suspended, stalled, deferred, postponed,
    en pause, suspendu, suspendue, reporte, reportee, pausiert, ruht, ausgesetzt, zuruckgestellt, verschoben, unterbrochen,
    pausado, pausada, suspendido, suspendida, aplazado, aplazada, in pausa, sospeso, sospesa, rinviato, rinviata`,
  cancelled: `cancelled, canceled, withdrawn, dropped, abandoned, broken, declined, rejected,
    annule, annulee, abandonne, abandonnee, retire, retiree, abgebrochen, gestrichen, zuruckgezogen, aufgegeben, eingestellt,
    cancelado, cancelada, retirado, retirada, abandonado, abandonada, annullato, annullata, cancellato, cancellata, ritirato, ritirata, abbandonato`,
};

const statuses = new Map(
  (Object.keys(words) as CommitmentStatus[]).flatMap((status) => words[status].split(/,\s+/).map((word) => [word, status] as const)),
);

/** The status behind a word of any of our five languages; `undefined` for a word that we do not know. */
export function commitmentStatus(text: string): CommitmentStatus | undefined {
  return statuses.get(plainWords(text));
}

/** The same for a milestone, in OC4IDS's terms: under way is met in part, dropped is not met. */
export function milestoneStatus(text: string): MilestoneStatus | undefined {
  const own = plainWords(text);
  if (own === 'not met') return 'notMet';
  const known = commitmentStatus(text);
  return known && ({ planned: 'scheduled', paused: 'scheduled', started: 'partiallyMet', completed: 'met', cancelled: 'notMet' } as const)[known];
}
