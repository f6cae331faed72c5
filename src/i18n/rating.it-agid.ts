import type { Messages } from './en.js';
import { plural } from './plural.js';
import type { About, Wording } from './wording.js';

const count = plural('it');

/** The sentences of the Italian model, which its validator compares; their wording is not ours to change. */
export const itAgid = ({ service }: About): Wording => ({
  questions: {
    score: { label: service ? 'Quanto è stato facile usare questo servizio?' : 'Quanto sono chiare le informazioni su questa pagina?' },
    low: {
      label: 'Dove hai incontrato le maggiori difficoltà?',
      options: {
        unclear: 'A volte le indicazioni non erano chiare',
        incomplete: 'A volte le indicazioni non erano complete',
        unsure: 'A volte non capivo se stavo procedendo correttamente',
        technical: 'Ho avuto problemi tecnici',
        other: 'Altro',
      },
    },
    high: {
      label: 'Quali sono stati gli aspetti che hai preferito?',
      options: {
        clear: 'Le indicazioni erano chiare',
        complete: 'Le indicazioni erano complete',
        sure: 'Capivo sempre che stavo procedendo correttamente',
        smooth: 'Non ho avuto problemi tecnici',
        other: 'Altro',
      },
    },
    comment: { label: 'Vuoi aggiungere altri dettagli?', hint: 'Inserire massimo 200 caratteri' },
  },
  choose: 'Scegli da 1 a 5 stelle.',
  thanks: 'Grazie, il tuo parere ci aiuterà a migliorare il servizio!',
});

export const steps = {
  star: (stars: number): string => count(stars, { one: 'Valuta # stella su 5', other: 'Valuta # stelle su 5' }),
  detail: 'Dettaglio',
  back: 'Indietro',
  next: 'Avanti',
};

/** What the element says beside the questions of the model: on a page of an Italian municipality all of it is Italian. */
export const italian: Pick<Messages, 'reading' | 'rating' | 'ratingOpened' | 'sending' | 'outbox'> & { readonly personal: Omit<Messages['personal'], 'idea' | 'comment'> } = {
  reading: {
    unreachable: 'Al momento non è possibile raggiungere i dati.',
    loading: 'Caricamento…',
    progress: (loaded, total) => (total ? `${loaded} di ${total} MB` : `${loaded} MB`),
    stop: 'Ferma',
    retry: 'Riprova',
    forWebmaster: 'Per chi gestisce il sito',
  },
  rating: {
    region: 'La tua valutazione',
    question: 'Come valuti questa pagina?',
    questionAbout: (label) => `Come valuti «${label}»?`,
    hint: 'Da 1 (molto male) a 5 (molto bene). Non serve un account.',
    words: { 1: 'Molto male', 2: 'Male', 3: 'Così così', 4: 'Bene', 5: 'Molto bene' },
    choose: 'Scegli un numero da 1 a 5.',
    difficult: 'Che cosa è stato difficile?',
    good: 'Che cosa è andato bene?',
    several: 'Puoi sceglierne diverse, o nessuna.',
    low: {
      unclear: 'Le informazioni non erano chiare',
      incomplete: 'Mancava qualcosa',
      unsure: 'Non sapevo se stavo procedendo bene',
      technical: 'Qualcosa non ha funzionato',
      other: 'Altro',
    },
    high: {
      clear: 'Le informazioni erano chiare',
      complete: 'C’era tutto quello che mi serviva',
      sure: 'Ho sempre saputo cosa fare',
      smooth: 'Ha funzionato tutto',
      other: 'Altro',
    },
    comment: 'Vuoi aggiungere qualcosa? (facoltativo)',
    private: 'Non scrivere nomi, numeri di telefono o altri dati personali.',
    away: 'Al momento non c’è connessione. Quello che hai scelto è ancora qui: riprova.',
    send: 'Invia la valutazione',
    thanks: 'Grazie della valutazione',
    gave: (score, most) => `Hai dato ${score} su ${most}.`,
    gaveOn: (score, most, date) => `Hai dato ${score} su ${most} in data ${date}.`,
    held: 'Una persona la leggerà prima che conti.',
    again: 'Valuta di nuovo',
    result: 'Che cosa dicono gli altri',
    mean: (mean, most) => `${mean} su ${most}`,
    satisfied: (share) => `${share} di risposte positive`,
    together: (share, n) => count(n, { one: `Tutti i modi di chiedere insieme: ${share} di pareri positivi su # risposta.`, other: `Tutti i modi di chiedere insieme: ${share} di pareri positivi su # risposte.` }),
    answers: (n) => count(n, { one: '# risposta', other: '# risposte' }),
    period: (from, to) => (from === to ? from : `dal ${from} al ${to}`),
    score: 'Punteggio',
    share: 'Quota',
    number: 'Risposte',
    distribution: 'Quante volte è stato dato ogni punteggio',
    suppressed: (n, minimum) =>
      count(n, {
        one: `Finora # risposta. Il risultato appare da ${minimum} risposte in poi, perché nessuna sia riconoscibile.`,
        other: `Finora # risposte. Il risultato appare da ${minimum} risposte in poi, perché nessuna sia riconoscibile.`,
      }),
    none: 'Ancora nessuna risposta. La tua sarebbe la prima.',
    reasons: 'Motivi indicati',
    caveat: 'Non è un sondaggio rappresentativo: conta chi ha scelto di rispondere.',
  },
  ratingOpened: {
    choose: 'Scegli una delle risposte.',
    noAccount: 'Non serve un account.',
    yours: (answer) => `La tua risposta: ${answer}`,
    yoursOn: (answer, date) => `La tua risposta del ${date}: ${answer}`,
    yesNo: {
      question: 'Questa pagina ti è stata utile?',
      questionAbout: (label) => `«${label}» ti è stato utile?`,
      words: { yes: 'Sì', no: 'No' },
      wrong: 'Che cosa non andava?',
      outdated: 'Qualcosa era vecchio o non vero',
    },
    thumbs: {
      question: 'Questa pagina ti ha aiutato?',
      questionAbout: (label) => `«${label}» ti ha aiutato?`,
      words: { up: 'Mi ha aiutato', down: 'Non mi ha aiutato' },
    },
    floating: 'Il tuo parere',
    close: 'Chiudi',
    wrong: 'La domanda non può essere mostrata: questa pagina la descrive in un modo che non si capisce.',
  },
  personal: {
    title: 'Questi sembrano dati personali',
    rating: 'Chi legge il commento li vedrà. Devono esserci?',
    change: 'Modifica',
    anyway: 'Invia così',
  },
  outbox: {
    title: 'Non ancora inviato',
    kept: 'Resta su questo dispositivo e parte da sé appena c’è connessione.',
    next: (time) => `Prossimo tentativo: ${time}.`,
    stuck: 'Non parte più da sé.',
    now: 'Prova adesso',
    back: 'Riprendi',
  },
  sending: {
    sending: 'Invio in corso…',
    retry: 'Invia di nuovo',
    problems: 'C’è un problema',
    about: (label, sentence) => `${label}: ${sentence}`,
    error: 'Errore:',
    left: (n) => count(n, { one: 'Ancora # carattere', other: 'Ancora # caratteri' }),
    over: (n) => count(n, { one: '# carattere di troppo', other: '# caratteri di troppo' }),
    wait: (seconds) => count(seconds, { one: 'Riprova tra # secondo.', other: 'Riprova tra # secondi.' }),
    kept: 'Quello che hai scritto è ancora qui.',
    failed: {
      unreachable: 'Non è stato possibile inviare: al momento non c’è connessione.',
      'not-allowed': 'Questa pagina non può inviare risposte a quell’indirizzo.',
      invalid: 'Controlla i campi indicati.',
      limited: 'Troppe risposte insieme. Aspetta un momento e invia di nuovo.',
      conflict: 'È già stato inviato con un altro contenuto. Ricomincia, per favore.',
      refused: 'Non è stato possibile inviare: il server non ha accettato.',
    },
    field: {
      required: 'Compila questo campo.',
      'too-short': 'Scrivi qualcosa in più.',
      'too-long': 'Accorcia il testo.',
      'out-of-range': 'Questo valore non è ammesso.',
      'not-valid': 'Controlla questo campo.',
      unknown: 'Questa scelta non è disponibile.',
    },
  },
};
