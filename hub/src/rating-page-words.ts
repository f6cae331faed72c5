/** What the hub itself says to people, which it does on one page alone: after a form that was sent without scripts. */
export interface PageWords {
  readonly thanks: string;
  readonly counted: string;
  readonly held: string;
  readonly refused: string;
  readonly fields: Readonly<Record<'score' | 'long' | 'other', string>>;
  readonly again: string;
  readonly later: string;
  readonly back: string;
  readonly webmaster: string;
}

export const words = {
  en: {
    thanks: 'Thank you for your rating',
    counted: 'It has arrived and is counted.',
    held: 'It has arrived. A person looks at it before it counts.',
    refused: 'Your rating could not be taken',
    fields: { score: 'No answer was chosen to the first question.', long: 'What you wrote is too long.', other: 'The form of that page is not set up well.' },
    again: 'Go back in your browser: what you wrote is still there, and you can send it again.',
    later: 'The server cannot keep it right now. Please try again in a moment.',
    back: 'Back to the page',
    webmaster: 'For the webmaster',
  },
  de: {
    thanks: 'Vielen Dank für Ihre Bewertung',
    counted: 'Sie ist angekommen und zählt.',
    held: 'Sie ist angekommen. Ein Mensch sieht sie an, bevor sie zählt.',
    refused: 'Ihre Bewertung konnte nicht angenommen werden',
    fields: { score: 'Zur ersten Frage wurde keine Antwort gewählt.', long: 'Was Sie geschrieben haben, ist zu lang.', other: 'Das Formular jener Seite ist nicht richtig eingerichtet.' },
    again: 'Gehen Sie im Browser zurück: Was Sie geschrieben haben, steht noch da, und Sie können es noch einmal senden.',
    later: 'Der Server kann sie gerade nicht aufnehmen. Bitte versuchen Sie es gleich noch einmal.',
    back: 'Zurück zur Seite',
    webmaster: 'Für den Webmaster',
  },
  fr: {
    thanks: 'Merci pour votre évaluation',
    counted: 'Elle est arrivée et compte.',
    held: 'Elle est arrivée. Une personne l’examine avant qu’elle ne compte.',
    refused: 'Votre évaluation n’a pas pu être prise en compte',
    fields: { score: 'Aucune réponse n’a été choisie à la première question.', long: 'Votre texte est trop long.', other: 'Le formulaire de cette page n’est pas bien configuré.' },
    again: 'Revenez en arrière dans votre navigateur\u00a0: votre texte y est encore, et vous pouvez l’envoyer de nouveau.',
    later: 'Le serveur ne peut pas l’enregistrer pour le moment. Veuillez réessayer dans un instant.',
    back: 'Retour à la page',
    webmaster: 'Pour le webmestre',
  },
  es: {
    thanks: 'Gracias por su valoración',
    counted: 'Ha llegado y cuenta.',
    held: 'Ha llegado. Una persona la revisa antes de que cuente.',
    refused: 'No se ha podido aceptar su valoración',
    fields: { score: 'No se ha elegido ninguna respuesta a la primera pregunta.', long: 'Lo que ha escrito es demasiado largo.', other: 'El formulario de esa página no está bien configurado.' },
    again: 'Vuelva atrás en su navegador: lo que ha escrito sigue ahí y puede enviarlo otra vez.',
    later: 'El servidor no puede guardarla ahora. Vuelva a intentarlo dentro de un momento.',
    back: 'Volver a la página',
    webmaster: 'Para el webmaster',
  },
  ar: {
    thanks: 'شكرًا على تقييمك',
    counted: 'وصل تقييمك وتم احتسابه.',
    held: 'وصل تقييمك. يطّلع عليه شخص قبل احتسابه.',
    refused: 'تعذر قبول تقييمك',
    fields: { score: 'لم تختر أي إجابة عن السؤال الأول.', long: 'ما كتبته طويل جدًا.', other: 'نموذج تلك الصفحة غير مضبوط كما يجب.' },
    again: 'ارجع في متصفحك: ما كتبته لا يزال هناك، ويمكنك إرساله من جديد.',
    later: 'لا يستطيع الخادم حفظه الآن. يرجى المحاولة بعد لحظة.',
    back: 'العودة إلى الصفحة',
    webmaster: 'لمسؤول الموقع',
  },
} satisfies Readonly<Record<string, PageWords>>;

export type PageLanguage = keyof typeof words;
