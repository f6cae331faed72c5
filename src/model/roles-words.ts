import type { Role } from './dataset.js';

/** Header words in English, French, German, Spanish, Italian, Dutch and Portuguese, without accents; the likelier first. */
export const roleWords: Readonly<Partial<Record<Role, string>>> = {
  title: `title, name, titel, titre, titulo, titolo, titel, nom, nombre, nome, naam, bezeichnung, bez, label, libelle, denominacion, denominazione, denominacao, benaming,
    intitule, designation, designacao, rotulo, public name, standort, station, estacion, stazione, parkhaus, anlage, ort`,
  description: `description, beschreibung, descripcion, descrizione, descricao, beschrijving, omschrijving, descriptif, infofeld, details, summary, resume, resumen, erlauterung, notes, remarques,
    bemerkung, bemerkungen, observaciones, osservazioni, observacoes, opmerkingen, comment, comments, about, text, weitere information`,
  category: `category, kategorie, categorie, categoria, type, typ, tipo, art, kind, soort, klasse, class, classe, clase, theme, thema, tema, rubrik, rubrique, sector, genre, gattung,
    facility type, main theme, primary type, status, statut, estado, stato, zustand, species, espece`,
  image: 'image, photo, bild, foto, imagen, immagine, imagem, afbeelding, picture, thumbnail, vignette, photo url, image url, objekt foto, logo',
  link: 'url, website, web address, web, link, homepage, site web, sitio web, sito web, site internet, internet, webseite, webseiten, enlace, lien, collegamento, ligacao, pagina web, public url, weblink, uri, data source',
  phone: 'phone, telephone, telefon, telefono, telefone, telefoon, tel, phone number, telefonnummer, numero de telephone, telephone number, mobile, fon, rufnummer, contact phone, tlf, tlfn',
  email: 'email, e mail, email address, mail, courriel, correo, correo electronico, adresse mail, mel, posta elettronica, contact email, correio eletronico',
  address: `address, adresse, anschrift, direccion, indirizzo, endereco, adres, street address, full address, strasse, street, rue, calle, via, rua, straat, adresse complete, lage, location, ubicacion, localisation,
    domicilio, morada, voie, street name, standortbeschreibung`,
  hours: `opening hours, hours, oeffnungszeiten, offnungszeiten, horaires, heures d ouverture, horaires d ouverture, horario, horarios, orari, orario, openingstijden, open, business hours, hours of operation, orari di apertura,
    horario de funcionamento, tarife oeffnungszeiten`,
  capacity: `capacity, kapazitaet, kapazitat, capacite, capacidad, capacita, capacidade, capaciteit, total, places, plazas, posti, lugares, plaatsen, stellplaetze, stellplatze, anzahl stellplaetze, spaces, total spaces, total places,
    nb places, nombre de places, gesamte parkplaetze, stellplaetzegesamt, docks, slots`,
  free: `free, frei, libre, libres, liberi, libero, livre, livres, vrij, available, verfuegbar, verfugbar, disponible, disponibles, disponibili, beschikbaar, freie, freie plaetze, freie parkplaetze, places libres, places disponibles, plazas libres,
    plazas disponibles, posti liberi, lugares livres, free spaces, available spaces, num bikes available, num vehicles available, vacant`,
  start: 'start, start date, begin, beginn, von, debut, date debut, date de debut, inicio, fecha inicio, fecha de inicio, inizio, data inizio, data inicio, from, valid from, gueltig ab, startdatum, beginning, opens',
  end: 'end, end date, ende, bis, fin, date fin, date de fin, fecha fin, fecha de fin, fine, data fine, fim, data fim, to, until, valid to, gueltig bis, einddatum, enddatum, expires',
  id: 'id, identifier, identifiant, gid, fid, objectid, uid, uuid, kennung, nr, nummer, numero, number, code, codigo, codice, ref, reference, key, global id',
};
