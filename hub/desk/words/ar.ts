import type { Words } from './en.js';
import { plural } from './plural.js';

const count = plural('ar');

/** So many of what is feminine; from 11 on the noun stands in the singular again. */
const things = (n: number, one: string, two: string, few: string, many: string): string => count(n, { zero: `# ${few}`, one, two, few: `# ${few}`, many: `# ${many}`, other: `# ${one}` });
const ideas = (n: number): string => things(n, 'فكرة', 'فكرتان', 'أفكار', 'فكرة');
const ratings = (n: number): string => things(n, 'تقييم', 'تقييمان', 'تقييمات', 'تقييمًا');

/** As in the elements: buttons are nouns of action, and sentences say neither he nor she. */
export const ar: Words = {
  title: 'الإشراف',
  at: (hub) => `الإشراف · ${hub}`,
  signIn: {
    title: 'تسجيل الدخول',
    token: 'رمز الدخول',
    hint: 'تمنحه الجهة التي تدير الخادم. تحتفظ به علامة التبويب هذه حتى إغلاقها أو تسجيل الخروج.',
    go: 'تسجيل الدخول',
    again: 'لم يعد الخادم يقبل رمز الدخول. يلزم تسجيل الدخول من جديد، وما كُتب ما زال محفوظًا.',
    refused: 'هذا الرمز غير معروف هنا. يُرجى التحقق من نسخه كاملًا.',
  },
  signOut: 'تسجيل الخروج',
  leave: { title: 'تسجيل الخروج؟', text: (n) => `ما كُتب ولم يُرسل (${ideas(n)}) سيُفقد.`, no: 'البقاء' },
  roles: { reader: 'قراءة', moderator: 'إشراف', admin: 'إدارة' },
  readOnly: 'هذا الدور للقراءة فقط، دون اتخاذ قرارات.',
  offline: 'لا يوجد اتصال. ما كُتب محفوظ، ولا يمكن إرسال شيء حتى يعود الاتصال.',
  tabs: { label: 'ما يمكن الاطلاع عليه', waiting: 'أفكار بالانتظار', all: 'كل الأفكار', ratings: 'تقييمات بالانتظار', comments: 'تعليقات التقييمات', replies: 'تعليقات بالانتظار', log: 'السجل' },
  reading: 'جارٍ التحميل…',
  retry: 'إعادة المحاولة',
  more: 'عرض المزيد',
  renewed: 'هناك جديد. عرضه',
  empty: { waiting: 'لا أفكار بالانتظار. انتهى كل شيء.', all: 'لا فكرة تطابق هذا.', ratings: 'لا تقييمات بالانتظار. انتهى كل شيء.', comments: 'لا تعليقات.', replies: 'لا تعليقات بالانتظار. انتهى كل شيء.', log: 'لم يُتخذ أي قرار بعد.' },
  status: { held: 'بانتظار المراجعة', open: 'مفتوحة', considered: 'قيد الدراسة', planned: 'مخطط لها', done: 'نُفذت', declined: 'لم تُقبل', withdrawn: 'مُحيت' },
  search: { words: 'البحث في العنوان والنص', status: 'الحالة', category: 'الفئة', any: 'الكل', go: 'بحث', one: 'تُعرض فكرة واحدة.', all: 'عرض الكل', subject: 'عنوان صفحة', subjectGo: 'عرض' },
  found: ideas,
  idea: {
    select: (title) => `تحديد «${title}»`,
    supports: (n) => count(n, { zero: 'لا تأييد', one: 'تأييد واحد', two: 'تأييدان', few: '# تأييدات', many: '# تأييدًا', other: '# تأييد' }),
    map: (place) => `${place} على OpenStreetMap`,
    wholeText: 'عرض النص كله',
    lessText: 'عرض أقل',
    answer: 'الرد الرسمي',
    answerBy: (by) => `الرد الرسمي: ${by}`,
    commitments: 'الالتزامات',
    draft: 'لم يُرسل بعد',
  },
  why: {
    all: 'تنتظر الأفكار هنا حتى تُقرأ.',
    hidden: 'أخفاها الإشراف.',
    label: 'سبب الانتظار',
    doubts: { 'no-proof': 'وصلت دون إثبات عمل', fast: 'أُرسلت أسرع من أن تُقرأ', trap: 'مُلئ حقل لا يراه أحد', text: 'نص يشبه ما تكتبه الآلات' },
  },
  act: {
    publish: 'نشر', decline: 'رفض', hide: 'إخفاء', edit: 'الرد والحالة', similar: 'أفكار مشابهة', erase: 'محو…', count: 'احتساب', delete: 'حذف', undo: 'تراجع', close: 'إغلاق', save: 'حفظ', cancel: 'إغلاق مع حفظ ما كُتب', show: 'عرض',
  },
  edit: {
    text: 'الرد الرسمي', textHint: 'يمكن للجميع قراءته تحت الفكرة. تركه فارغًا يسحب الرد.', by: 'الجهة التي ترد', byHint: 'مثل «إدارة الحدائق».',
    status: 'الحالة', category: 'الفئة', none: 'بلا فئة', commitments: 'الالتزامات', commitmentsHint: 'معرّفاتها، مفصولة بفواصل.', nothing: 'لم يتغير شيء.',
  },
  similar: { none: 'لا فكرة منشورة تشبهها.', likeness: (share) => `تشابه ${share}` },
  bulk: { all: 'تحديد كل المعروض', chosen: (n) => count(n, { other: 'المحدد: #' }) },
  erase: {
    title: (n) => (n === 1 ? 'محو هذه الفكرة؟' : `محو ${ideas(n)}؟`),
    text: 'يُمحى العنوان والنص والمكان نهائيًا، ولا يمكن لأحد التراجع عن ذلك. لحجب الفكرة يكفي رفضها أو إخفاؤها.',
    yes: 'محو نهائي',
    no: 'إبقاء',
  },
  done: {
    published: (n) => `تم النشر: ${ideas(n)}.`,
    declined: (n) => `تم الرفض: ${ideas(n)}.`,
    hidden: (n) => `تم الإخفاء: ${ideas(n)}.`,
    erased: (n) => `تم المحو: ${ideas(n)}.`,
    saved: (n) => `تم التغيير: ${ideas(n)}.`,
    counted: (n) => `تم الاحتساب: ${ratings(n)}.`,
    deleted: (n) => `تم الحذف: ${ratings(n)}.`,
    replied: (n) => count(n, { zero: 'لم يُنشر أي تعليق.', one: 'نُشر تعليق واحد.', two: 'نُشر تعليقان.', few: 'نُشرت # تعليقات.', many: 'نُشر # تعليقًا.', other: 'نُشر # تعليق.' }),
    silenced: (n) => count(n, { zero: 'لم يُحذف أي تعليق.', one: 'حُذف تعليق واحد.', two: 'حُذف تعليقان.', few: 'حُذفت # تعليقات.', many: 'حُذف # تعليقًا.', other: 'حُذف # تعليق.' }),
    undone: (n) => `تم التراجع: ${things(n, 'قرار', 'قراران', 'قرارات', 'قرارًا')}.`,
  },
  rating: { of: (value, profile) => `${value} (${profile})`, noComment: 'بلا تعليق' },
  log: {
    fields: { status: 'الحالة', category: 'الفئة', answer: 'الرد', answer_by: 'الجهة التي ترد', commitments: 'الالتزامات', rating: 'التقييم' },
    nothing: 'لا شيء', counts: 'محتسب', deleted: 'محذوف', waits: 'بالانتظار',
    comment: 'تعليق على فكرة',
    rating: 'تقييم', erasedIdea: 'فكرة مُحيت',
    undone: 'تم التراجع عنه', undoes: 'تراجع عن قرار سابق', final: 'لا يمكن التراجع: مُحي محتوى الفكرة.',
  },
  failed: {
    unreachable: 'الخادم لا يستجيب. ما كُتب محفوظ. يُرجى التحقق من الاتصال وإعادة المحاولة.',
    forbidden: 'هذا الدور لا يسمح بذلك. يُرجى سؤال إدارة الخادم.',
    gone: 'لم يعد موجودًا، وربما سُحب.',
    conflict: (n) => (n === 1 ? 'اتُّخذ قرار آخر في هذه الأثناء، فلم يتغير شيء. تُعرض الحالة الآن كما هي، ويُرجى النظر فيها من جديد.' : `اتُّخذ قرار آخر في هذه الأثناء (العدد: ${count(n, { other: '#' })})، فلم يتغير شيء. تُعرض الحالة الآن كما هي، ويُرجى النظر فيها من جديد.`),
    undo: 'لم يعد التراجع ممكنًا: اتُّخذ قرار آخر بعده، أو مُحي المحتوى. السجل يبيّن ذلك.',
    invalid: 'لا يقبل الخادم هذا بهذه الصورة. ما كُتب محفوظ، ويمكن تغييره وإعادة المحاولة.',
    busy: 'أُرسل الكثير دفعة واحدة. يُرجى الانتظار دقيقة وإعادة المحاولة.',
    server: 'في الخادم عطل. ما كُتب محفوظ. يُرجى إعادة المحاولة بعد قليل، وإن استمر العطل فإبلاغ الجهة التي تدير الخادم.',
    field: (name, message) => `${name}: ${message}`,
    codes: { required: 'ناقص', 'too-short': 'أقصر من اللازم', 'too-long': 'أطول من اللازم', 'out-of-range': 'خارج الحدود', 'not-valid': 'غير صالح', unknown: 'غير معروف هنا' },
  },
  keys: {
    title: 'لوحة المفاتيح', use: 'المفاتيح المفردة تعمل على الفكرة التي عليها التركيز',
    list: { p: 'نشر', d: 'رفض', h: 'إخفاء', e: 'الرد والحالة', s: 'أفكار مشابهة', x: 'تحديد', u: 'تراجع عن آخر إجراء', j: 'التالية', k: 'السابقة' },
    rest: 'مفاتيح الأسهم تنتقل بين علامات التبويب، ومفتاح Escape يغلق الحقول ويحفظ ما كُتب.',
  },
};
