import type { Role } from './dataset.js';

/*
 * The words of headers in English, French, German, Spanish, Italian, Dutch and Portuguese, without accents, the likelier first. A star
 * stands for any letters: headers are cut at ten, put into the plural and grown together. `ae`, `oe` and `ue` are `a`, `o` and `u`.
 */

const list = (words: string): readonly string[] => words.split(' ');

/** What says a role. */
export const roleWords: Readonly<Partial<Record<Role, readonly string[]>>> = {
  title: list('title name titel titre titulo titolo nom nombre nome naam nam bezeichnun* bez label libelle denomina* benaming intitule design* standort station estacion stazione estacao parkhaus facility anlage ort *name *naam *bezeichnung'),
  description: list('descri* desc beschreib* omschrijv* detail* resum* weitere* erlauter* note* rem* bemerk* anmerk* observa* osserva* opmerk* comment* hinweis* text info*'),
  category: list('categor* kategori* type typ tipo* art kind soort klasse class* clase the* tema rubri* *art *typ *status *statut *stado *stato *zustand espe* species'),
  image: list('imag* photo* bild* foto* immagin* afbeeld* picture* *foto'),
  link: list('url website web* link* homepage sit* internet* enlace* lien* collegament* ligac* pagina uri source'),
  phone: list('phone* telephone* telefo* tel fon* rufnummer mob* movil *telefon'),
  email: list('mail* email* courriel* correo* *mail'),
  address: list('add* adres* anschrift* direccion* indirizz* enderec* domicil* morada* street* strasse* straat* ru rua calle via voie lage location ubicac* localis* localiz* *strasse *straat *addr'),
  hours: list('hours hrs horari* horaire* orari* offnungsz* opening* open heures ouverture *zeiten'),
  free: list('free frei* libre* liber* livre* vrij* available verfugbar* disponi* beschikba* vacant'),
  capacity: list('capaci* kapazit* capien* cap capa aforo lotac* jauge stellplatz* parkplatz* plat* place* plazas posti lugares plaatsen space* spot* slot* docks stalli vagas boxes *platze *plaatsen'),
  start: list('start* begin* debut inici* inizi* ingang* from von ab desde dal *beginn'),
  end: list('end* ende fin fine fim final* eind* termin* expir* until bis hasta ate al to *ende'),
  id: list('id identif* gid fid objectid objektid nr num* code codigo codice ref* key'),
};

/** How much there is, where something free of it stands beside it. */
export const amountWords = list('total* gesamt* tota* max* tot');

/** What may stand beside it and says nothing: articles, how many, which day. */
export const neutralWords = list('de du des di del di do da of the der die das van het la le l en fr es it nl pt nb nbre nombre num* nr n no anzahl aantal count total* gesamt* tota* max* dat* fecha* public* objekt main line url addres* adres* parking* realtime');

/** What makes something else of it. */
export const otherWords = list('str* ru calle via city stadt ville vor* nach* user* file* operator* betreib* owner contact* start part fee* geb* preis* price* disab* behind* handi* pmr frau* wom* famil* charg* lade* occup* ocup* beleg* besetz* bezet* reserv* perc* house* haus* huis* postal* postc* lat lon x y');
