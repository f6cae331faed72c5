import type { Wording } from './wording.js';

/** As “Je donne mon avis” words it (DISIC/jedonnemonavis.numerique.gouv.fr, webapp-form/public/locales, MIT). */
export const frJdma: Readonly<Record<'fr' | 'en', Wording>> = {
  fr: {
    questions: {
      satisfaction: { label: 'De façon générale, comment ça s’est passé ?', options: { bad: 'Pas bien', medium: 'Moyen', good: 'Très bien' } },
      comprehension: {
        label: 'Qu’avez-vous pensé des informations et des instructions fournies ?',
        hint: 'Sur une échelle de 1 à 5, 1 n’est pas clair du tout et 5 est très clair.',
        ends: ['Pas clair du tout', 'Très clair'],
      },
      contact_tried: {
        label: 'Durant votre parcours, avez-vous tenté d’obtenir de l’aide par l’un des moyens suivants ?',
        hint: 'Plusieurs choix possibles',
        options: {
          counter: 'Au guichet avec l’administration',
          phone: 'Par téléphone avec l’administration',
          email: 'Par e-mail avec l’administration',
          chat: 'Par chat avec l’administration',
          relative: 'Une personne proche',
          association: 'Une association',
          internet: 'Des sites internet',
          other: 'Autres, précisez',
          none: 'Je n’ai pas eu besoin d’aide',
        },
      },
      contact_tried_verbatim: { label: 'Quels autres types d’aide avez-vous utilisés ?', hint: 'Maximum 250 caractères.' },
      contact_reached: { label: 'Quand vous avez cherché de l’aide, avez-vous réussi à joindre l’administration ?', options: { yes: 'Oui', no: 'Non' } },
      contact_satisfaction: {
        label: 'Comment évaluez-vous la qualité de l’aide que vous avez obtenue de la part de l’administration ?',
        hint: 'Sur une échelle de 1 à 5, 1 est très mauvaise et 5 est excellente.',
        options: { 1: 'Très mauvaise', 2: 'Mauvaise', 3: 'Ni bonne, ni mauvaise', 4: 'Bonne', 5: 'Excellente' },
      },
      comment: { label: 'Souhaitez-vous nous en dire plus ?', hint: 'Votre réponse est anonyme. Merci de ne pas écrire des données personnelles.' },
    },
    choose: 'Ce champ est obligatoire.',
    send: 'Envoyer mon avis',
    thanks: 'Merci beaucoup !',
  },
  en: {
    questions: {
      satisfaction: { label: 'Overall, how was your experience?', options: { bad: 'Not good', medium: 'Average', good: 'Very good' } },
      comprehension: {
        label: 'What did you think of the information and instructions provided?',
        hint: 'On a scale of 1 to 5; 1 being incomprehensible and 5 being very clear.',
        ends: ['Incomprehensible', 'Very clear'],
      },
      contact_tried: {
        label: 'Along the way, did you try to get help through any of the following means?',
        hint: 'Multiple choices possible',
        options: {
          counter: 'At a help desk with the administration',
          phone: 'By phone with the administration',
          email: 'By email with the administration',
          chat: 'By chat with the administration',
          relative: 'Friends or family',
          association: 'An association',
          internet: 'Websites',
          other: 'Other, please specify',
          none: 'I did not need help',
        },
      },
      contact_tried_verbatim: { label: 'What other types of assistance did you use?', hint: 'Maximum 250 characters.' },
      contact_reached: { label: 'When you sought help, were you able to reach the administration?', options: { yes: 'Yes', no: 'No' } },
      contact_satisfaction: {
        label: 'How do you rate the quality of the help you received from the administration?',
        hint: 'On a scale of 1 to 5, 1 being very bad and 5 being excellent.',
        options: { 1: 'Very bad', 2: 'Bad', 3: 'Neither good nor bad', 4: 'Good', 5: 'Excellent' },
      },
      comment: { label: 'Do you want to tell us more?', hint: 'Your response is anonymous. Please do not enter any personal data.' },
    },
    choose: 'This field is required.',
    send: 'Submit my feedback',
    thanks: 'Thank you very much!',
  },
};
