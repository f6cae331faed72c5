import { expect } from '@open-wc/testing';
import { column, read } from '../support/dataset.js';

/** Which header each role was found under. */
async function roles(csv: string, map: Record<string, string> = {}): Promise<Record<string, string>> {
  const dataset = await read(csv, { map });
  return Object.fromEntries(Object.entries(dataset.roles).map(([role, index]) => [role, dataset.columns[index]!.name]));
}

describe('what columns mean', () => {
  const tables: readonly (readonly [language: string, csv: string, found: Record<string, string>])[] = [
    ['English', 'id,Name,Type,Phone,Website,Opening hours\nA1,Pool,bath,030 123456,https://a.example,9-17\nB2,Hall,bath,030 123457,https://b.example,9-18', { id: 'id', title: 'Name', category: 'Type', phone: 'Phone', link: 'Website', hours: 'Opening hours' }],
    ['German', 'Bezeichnung;Straße;Telefon;Öffnungszeiten;Kapazität;Frei\nParkhaus Mitte;Hauptstraße 1;0711 1234567;Mo-Fr;106;25\nParkhaus Süd;Südstraße 2;0711 7654321;Mo-Sa;206;35', { title: 'Bezeichnung', address: 'Straße', phone: 'Telefon', hours: 'Öffnungszeiten', capacity: 'Kapazität', free: 'Frei' }],
    ['French', 'Titre;Catégorie;Téléphone;Courriel;Adresse\nMairie;service;01 41 23 80 00;a@b.fr;1 rue Haute\nÉcole;service;01 41 23 80 01;c@d.fr;2 rue Basse', { title: 'Titre', category: 'Catégorie', phone: 'Téléphone', email: 'Courriel', address: 'Adresse' }],
    ['Spanish', 'Nombre;Dirección;Fecha inicio;Fecha fin\nFeria;Calle Mayor 1;2026-01-01;2026-01-05\nMercado;Calle Menor 2;2026-02-01;2026-02-05', { title: 'Nombre', address: 'Dirección', start: 'Fecha inicio', end: 'Fecha fin' }],
    ['Italian', 'Nome;Indirizzo;Telefono;Descrizione\nMuseo;Via Roma 1;06 1234567;Molto bello\nTeatro;Via Po 2;06 7654321;Molto antico', { title: 'Nome', address: 'Indirizzo', phone: 'Telefono', description: 'Descrizione' }],
    ['Dutch', 'Naam;Soort;Openingstijden\nZwembad;sport;9-17\nSporthal;sport;8-22', { title: 'Naam', category: 'Soort', hours: 'Openingstijden' }],
    ['Portuguese', 'Título;Morada;Horário de funcionamento\nBiblioteca;Rua Nova 1;9-17\nArquivo;Rua Velha 2;9-18', { title: 'Título', address: 'Morada', hours: 'Horário de funcionamento' }],
  ];
  for (const [language, csv, found] of tables) {
    it(`is read from headers in ${language}`, async () => {
      expect(await roles(csv)).to.deep.include(found);
    });
  }

  it('is read from values where headers do not say it', async () => {
    const found = await roles('a,b,c,d\nhttps://x.example/1.jpg,Big tree,a@b.example,https://x.example/1\nhttps://x.example/2.png,Small tree,c@d.example,https://x.example/2');
    expect(found).to.deep.equal({ image: 'a', title: 'b', email: 'c', link: 'd' });
  });

  it('is not read from a header against its values', async () => {
    const found = await roles('name,url,capacity,start\nPool,none,many,Monday\nHall,none,few,Tuesday\nPark,none,none,Sunday');
    expect(found).to.not.have.any.keys('link', 'capacity', 'start');
    expect(await roles('name,Place_ID\nPool,4154\nHall,4155')).to.not.have.any.keys('capacity');
  });

  it('is what the page says, whatever the headers say', async () => {
    expect(await roles('name,nick\nPool,P\nHall,H', { title: 'nick' })).to.deep.equal({ title: 'nick' });
  });

  it('leaves the coordinates out of what people read', async () => {
    const dataset = await read('WKT,label\nPOINT (7 47),Here\nPOINT (8 48),There');
    expect(dataset.roles).to.deep.equal({ geometry: 0, title: 1 });
    expect(column(dataset, 'label').value(1)).to.equal('There');
  });
});
