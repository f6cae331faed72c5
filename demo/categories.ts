/** What ideas can be about, in the languages that the elements speak. */
export const categories = [
  { code: 'streets', label: { en: 'Streets and traffic', fr: 'Rues et circulation', de: 'Straßen und Verkehr', es: 'Calles y tráfico', ar: 'الشوارع والمرور' } },
  { code: 'parks', label: { en: 'Parks and nature', fr: 'Parcs et nature', de: 'Parks und Natur', es: 'Parques y naturaleza', ar: 'الحدائق والطبيعة' } },
  { code: 'schools', label: { en: 'Schools and youth', fr: 'Écoles et jeunesse', de: 'Schulen und Jugend', es: 'Escuelas y juventud', ar: 'المدارس والشباب' } },
  { code: 'culture', label: { en: 'Culture and leisure', fr: 'Culture et loisirs', de: 'Kultur und Freizeit', es: 'Cultura y ocio', ar: 'الثقافة والترفيه' } },
  { code: 'digital', label: { en: 'Digital city', fr: 'Ville numérique', de: 'Digitale Stadt', es: 'Ciudad digital', ar: 'المدينة الرقمية' } },
  { code: 'other', label: { en: 'Other', fr: 'Autre', de: 'Sonstiges', es: 'Otros', ar: 'أخرى' } },
];
