import { expect } from '@open-wc/testing';
import { read } from '../support/dataset.js';

/*
 * Headers as portals of each country write them. A cell names the role that its header has, or `-` for none; the values are made
 * of it, so that a column holds what its header says.
 */
const values: Readonly<Record<string, readonly [string, string, string]>> = {
  id: ['K-11', 'K-12', 'K-13'], title: ['Central Park', 'North Gate', 'Old Harbour'], description: ['Built in 1900, with a garden', 'Closed in winter', 'Much to see'], category: ['park', 'park', 'gate'],
  image: ['https://a.example/1.jpg', 'https://a.example/2.jpg', 'https://a.example/3.jpg'], link: ['https://a.example/1', 'https://a.example/2', 'https://a.example/3'], phone: ['+49 711 12345', '+49 711 12346', '+49 711 12347'],
  email: ['a@a.example', 'b@a.example', 'c@a.example'], address: ['Long Lane 1', 'Short Lane 2', 'New Lane 3'], hours: ['9-17', '10-18', '24/7'], capacity: ['100', '200', '300'], free: ['40', '20', '3'],
  start: ['2026-05-01', '2026-06-01', '2026-07-01'], end: ['2026-05-09', '2026-06-09', '2026-07-09'], number: ['7', '12', '5'], flag: ['0', '1', '1'], text: ['Abc def', 'Ghi jkl', 'Mno pqr'], word: ['low', 'low', 'high'],
  time: ['09:00', '10:00', '11:00'], degrees: ['48.123456', '48.223456', '48.323456'], many: ['900', '800', '700'],
};

/** `Nom=title Type=category Plan=-text`: a header, the role that it should have, or what else its values are. */
async function check(table: string): Promise<void> {
  const cells = table.split(' | ').map((cell) => cell.split('='));
  const rows = [0, 1, 2].map((row) => cells.map(([, kind]) => values[kind!.replace('-', '')]![row]).join(';'));
  const { columns, roles } = await read([cells.map(([header]) => header).join(';'), ...rows].join('\n'));
  const found = Object.fromEntries(columns.map(({ name }, i) => [name, Object.entries(roles).find(([, index]) => index === i)?.[0]]));
  for (const [header, kind] of cells as [string, string][]) {
    if (kind.startsWith('-')) expect(found[header], `${header} in ${table}`).to.be.oneOf([undefined, ...(kind === '-text' || kind === '-word' ? ['title', 'category'] : [])]);
    else expect(found[header], `${header} in ${table}`).to.equal(kind);
  }
}

const languages: Readonly<Record<string, readonly string[]>> = {
  English: [
    'Name=title | Car park type=category | Total spaces=capacity | Spaces available=free | Opening hours=hours', 'site_id=id | site_name=title | street_address=address | phone_number=phone | web_site=link', 'EventTitle=title | StartDate=start | EndDate=end | EventDescription=description | ImageURL=image',
    'FACILITYNAME=title | FULLADDR=address | CONTACT_PHONE=phone | HOURS_OF_OPERATION=hours', 'Organisation Name=title | Primary type=category | Tel=phone | E-mail address=email | Website URL=link', 'stationId=id | stationName=title | num_bikes_available=free | capacity=capacity',
    'properties.name=title | properties.type=category | properties.photoUrl=image', 'name=title | availableSpotNumber=free | totalSpotNumber=capacity', 'label=title | valid_from=start | valid_until=end', 'facility=title | parkingNumberOfSpaces=capacity | parkingNumberOfVacantSpaces=free | openingTimes=hours',
    'park_name=title | free_capacity=free | max_capacity=capacity | capacity_disabled=-number',
  ],
  French: [
    'nom=title | adresse=address | nb_places=capacity | nb_places_libres=free', 'Nom du parking=title | Places totales=capacity | Places disponibles=free | Horaires d\'ouverture=hours', 'nom_equip=title | type_equipement=category | tel_accueil=phone | url_photo=image', 'titre=title | descriptif=description | date_debut=start | date_fin=end',
    'Libellé=title | Catégorie=category | Téléphone=phone | Courriel=email | Site internet=link', 'identifiant=id | intitule=title | Adresse complète=address | Numéro de téléphone=phone', 'NOM_LIEU=title | RUE=address | HEURES_OUVERTURE=hours | SITE_WEB=link', 'Nom de la station=title | Capacité totale=capacity | Vélos disponibles=free',
    'denomination=title | espece=category | remarques=description | image_url=image', 'titre=title | Date de début=start | Date de fin=end | lien=link | adresse_mail=email',
  ],
  German: [
    'Bezeichnung=title | Straße=address | Telefon=phone | Öffnungszeiten=hours', 'name=title | anzahl_plaetze=capacity | anzahl_freie_plaetze=free | oeffnungszeiten=hours', 'Parkhaus=title | Stellplätze gesamt=capacity | Plätze frei=free', 'Titel=title | Beschreibung=description | Beginn=start | Ende=end | Veranstaltungsort=-text',
    'OBJECTID=id | NAME=title | ADRESSE=address | WEBLINK1=link', 'Name der Straße=address | Name=title | Telefonnummer=phone | E-Mail-Adresse=email', 'Bezeichnung=title | Bildadresse=image | Internetadresse=link | Kategorie=category', 'Standort=title | Kapazitaet=capacity | verfuegbar=free', 'Schulname=title | Schulart=category | Rufnummer=phone | Anschrift=address',
    'Name=title | Öffnungszeiten_Mo-Fr=hours | Gesamtplaetze=capacity | Belegte Plaetze=-number | Freie Plaetze=free', 'Titel=title | Gültig von=start | Gültig bis=end | Bemerkung=description', 'name.de=title | kategorie.de=category | Webseite=link | Foto=image',
  ],
  Spanish: [
    'NOMBRE=title | DIRECCION=address | TELEFONO=phone | EMAIL=email | HORARIO=hours', 'nombre=title | plazas=capacity | plazas_libres=free', 'Nombre aparcamiento=title | Total plazas=capacity | PLAZAS_LIBRES=free', 'TITULO=title | FECHA_INICIO=start | FECHA_FIN=end | DESCRIPCION=description | CONTENT-URL=link', 'Código=id | Denominación=title | Tipo de centro=category | Correo electrónico=email',
    'nombre=title | calle=address | imagen=image | enlace=link', 'Estación=title | Bicicletas disponibles=free | Capacidad=capacity', 'nombre=title | fecha_desde=start | fecha_hasta=end', 'Nombre=title | Aforo máximo=capacity | Categoría=category | Página web=link', 'identificador=id | titulo=title | fechaInicio=start | fechaFinalizacion=end | domicilio=address',
  ],
  Italian: [
    'Denominazione=title | Indirizzo=address | Telefono=phone | Sito web=link', 'nome=title | posti_totali=capacity | posti_liberi=free', 'Nome parcheggio=title | Capienza=capacity | Posti disponibili=free | Orario=hours', 'titolo=title | data_inizio=start | data_fine=end | descrizione=description', 'codice=id | nome=title | tipologia=category | foto=image',
    'NOME=title | VIA=address | ORARI_APERTURA=hours | PEC_EMAIL=email', 'stazione=title | Stalli totali=capacity | Stalli liberi=free', 'Titolo=title | Immagine=image | Collegamento=link | Categoria=category', 'nome=title | dataInizio=start | dataFine=end', 'Nome=title | Numero posti=capacity | Note=description | Tel.=phone',
  ],
  Dutch: [
    'Naam=title | Adres=address | Telefoonnummer=phone | Website=link', 'naam=title | aantal_plaatsen=capacity | vrije_plaatsen=free | openingstijden=hours', 'parkeernaam=title | capaciteit=capacity | beschikbaar=free', 'titel=title | begindatum=start | einddatum=end | omschrijving=description', 'id=id | benaming=title | soort=category | afbeelding=image', 'straatnaam=address | naam=title | opmerkingen=description',
    'Naam=title | Aantal parkeerplaatsen=capacity | Aantal vrije plaatsen=free', 'titel=title | van_datum=-start | startdatum=start | einddatum=end', 'Naam=title | Openingsuren=hours | E-mailadres=email | Telefoon=phone', 'Naam instelling=title | Categorie=category | Straat=address | Foto_url=image',
  ],
  Portuguese: [
    'Nome=title | Morada=address | Telefone=phone | Horário=hours', 'nome=title | lugares=capacity | lugares_livres=free', 'Parque=-text | nome=title | Lotação=capacity | Lugares disponíveis=free', 'titulo=title | dt_inicio=start | dt_fim=end | descricao=description', 'codigo=id | designacao=title | tipo=category | imagem=image', 'NOME=title | ENDERECO=address | FONE=phone | SITE=link',
    'Estação=title | Vagas totais=capacity | Vagas livres=free', 'Título=title | Data de início=start | Data de término=end | Correio eletrónico=email', 'nome=title | rua=address | observacoes=description | pagina_web=link', 'Denominação=title | Capacidade=capacity | Categoria=category | Horário de funcionamento=hours',
  ],
};

describe('headers as portals write them', () => {
  for (const [language, tables] of Object.entries(languages)) {
    it(`say what their columns mean in ${language}`, async () => {
      for (const table of tables) await check(table);
    });
  }

  it('are not taken for what they only resemble', async () => {
    for (const table of [
      'name=title | free_wifi=-flag | total_amount=-number | telegram=-text', 'namespace=-word | name=title | end_station=-word | start_lat=-degrees', 'name=title | capacity_unit=-word | free_disabled=-number | occupied_spaces=-number', 'title=title | name_of_contact=-text | file_name=-text', 'name=title | start=-time | total=-number | population_totale=-number',
      'name=title | Barrierefrei=-flag | Preis gesamt=-number | Einheit=-word', 'nombre=title | calle_numero=-number | codigo_postal=-number',
    ]) await check(table);
  });

  it('join what is free to what there is, where several things are counted', async () => {
    for (const table of [
      'name=title | bikes_free=free | docks_total=-many | bikes_total=capacity', 'name=title | spaces_total=capacity | spaces_free=free | disabled_total=-number | disabled_free=-number', 'name=title | obs_max=capacity | obs_free=free | temp_max=-many', 'name=title | total=capacity | free=free', 'name=title | capacity=-number | total_capacity=capacity | available=free',
    ]) await check(table);
  });

  it('give no title that is a story', async () => {
    const story = 'A long story about a place. '.repeat(12);
    const { columns, roles } = await read(`text_of_story,what\n"${story}1",Big garden\n"${story}2",Small garden\n"${story}3",Old garden`);
    expect(columns[roles.title!]?.name).to.equal('what');
  });
});
