/** What a column holds: a `category` is text with few distinct values, a `date` is a point in time. */
export type ColumnType = 'number' | 'category' | 'date' | 'text';

interface BaseColumn {
  /** The header as the publisher wrote it, trimmed; duplicates carry a number. */
  readonly name: string;
  readonly type: ColumnType;
  /** The value in a row: a number, the milliseconds since 1970 of a date, or text; `undefined` where the row has none. */
  value(row: number): number | string | undefined;
}

export interface NumberColumn extends BaseColumn {
  readonly type: 'number';
  /** One number a row; NaN is absent. */
  readonly values: Float64Array;
  value(row: number): number | undefined;
}

export interface DateColumn extends BaseColumn {
  readonly type: 'date';
  /** Milliseconds since 1970, UTC; NaN is absent. */
  readonly values: Float64Array;
  /** Whether its times name no zone: they are kept as if they were in UTC, and are to be read so again. */
  readonly isLocal?: boolean | undefined;
  value(row: number): number | undefined;
}

export interface CategoryColumn extends BaseColumn {
  readonly type: 'category';
  /** One code a row: 0 is absent, n stands for `labels[n - 1]`. */
  readonly codes: Uint32Array;
  readonly labels: readonly string[];
  value(row: number): string | undefined;
}

export interface TextColumn extends BaseColumn {
  readonly type: 'text';
  value(row: number): string | undefined;
}

export type Column = NumberColumn | DateColumn | CategoryColumn | TextColumn;

/** West, south, east, north in degrees. West is greater than east where the data crosses the antimeridian. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

export type PlaceKind = 'point' | 'line' | 'area';

/** Where the rows are, in Web Mercator metres (EPSG:3857), the only grid that leaves a source. */
export interface Places {
  /** How many rows have a place. */
  readonly located: number;
  readonly bounds: Bounds;
  /** One anchor a row: the point itself, the middle of a line, a spot inside an area. NaN: no place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  kind(row: number): PlaceKind | undefined;
  /** The geometry of lines, areas and multi-points; `undefined` where every place is a single point. */
  readonly shapes: Shapes | undefined;
}

/** Geometry as flat arrays. Row `r` owns the parts `rows[r]` to `rows[r + 1]`; part `p` the positions `parts[p]` to `parts[p + 1]`. */
export interface Shapes {
  /** x, y, x, y … in Web Mercator metres. */
  readonly coordinates: Float64Array;
  /** Start of each part in positions (pairs), and the end of the last: a part is a line, a ring, or one point. */
  readonly parts: Uint32Array;
  /** Start of each row in parts, and the end of the last; its length is that of the dataset plus one. */
  readonly rows: Uint32Array;
  /** Where rows may share their parts, as several years of one region do: row `r` owns the parts `rows[r]` to `ends[r]` instead. */
  readonly ends?: Uint32Array | undefined;
  /** 0 no place, 1 point, 2 line, 3 area (rings are filled even-odd, so holes need no mark). */
  readonly kinds: Uint8Array;
  /** min x, min y, max x, max y of each row. */
  readonly boxes: Float64Array;
}

export interface Licence {
  readonly name: string;
  readonly url?: string | undefined;
}

/** What the publisher says of the data. Absent is `undefined`, never an empty string. */
export interface About {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly publisher?: string | undefined;
  readonly licence?: Licence | undefined;
  /** When it was last changed, in milliseconds since 1970. */
  readonly updated?: number | undefined;
  /** How often it changes, in the publisher's words. */
  readonly interval?: string | undefined;
  /** The page a person reads about it. */
  readonly page?: string | undefined;
  /** The file that was read. */
  readonly download?: string | undefined;
  readonly attribution?: string | undefined;
}

/** What a column means to a reader. `longitude`, `latitude` and `geometry` name where the place came from: coordinates are nothing to read. */
export type Role =
  | 'id' | 'title' | 'description' | 'category' | 'image' | 'link' | 'phone' | 'email' | 'address'
  | 'hours' | 'capacity' | 'free' | 'start' | 'end' | 'longitude' | 'latitude' | 'geometry';

/** The column index of each role that was found. */
export type Roles = { readonly [role in Role]?: number };

/** Something about rows that a person should know. The reason picks a sentence in their language. */
export interface Problem {
  readonly reason: ProblemReason;
  /** How many rows it concerns. */
  readonly count: number;
  /** The first few of these rows, counted from 1 as a person counts the file's records. */
  readonly rows: readonly number[];
  /** Whether these rows were left out of the dataset; the others were kept as well as could be. */
  readonly dropped: boolean;
}

export type ProblemReason =
  | 'blank'            // a record without any value
  | 'ragged'           // more or fewer fields than the header
  | 'not-a-feature'    // something in a list of features that is none
  | 'no-place'         // no coordinates
  | 'null-island'      // 0, 0
  | 'swapped'          // latitude and longitude stood in each other's place, in most rows; they were turned
  | 'outside-world'    // coordinates that are nowhere on Earth
  | 'bad-number'       // text in a column of numbers
  | 'bad-geometry'     // a geometry that cannot be drawn
  | 'not-text'         // bytes that are not valid in the encoding
  | 'no-shape'         // the place that is named is not among the shapes
  | 'beyond-limit';    // the source would not give more

/** How the data was read. `read` is `kept` plus the counts of the problems that dropped rows. */
export interface Report {
  /** Such as `csv` or `geojson`. */
  readonly format: string;
  /** Such as `ckan`. */
  readonly portal?: string | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  /** The grid that the source used, such as `EPSG:25832`. */
  readonly crs?: string | undefined;
  /** Whether the grid was guessed from the numbers rather than declared. */
  readonly guessedCrs?: boolean | undefined;
  readonly read: number;
  readonly kept: number;
  readonly located: number;
  /** Whether these are only the first rows of a file of which the rest is on its way. */
  readonly isBeginning?: boolean | undefined;
  /** How many rows the source says that it has, where it gave only some. */
  readonly total?: number | undefined;
  /** The box that was asked for, where the source is too large to be read whole: whoever looks elsewhere reads again. */
  readonly view?: Bounds | undefined;
  /** How many rows of the whole source have each value of a column, where the source counts for itself and gave only some rows. */
  readonly groups?: Groups | undefined;
  /** How the rows came to their places, where these lie in a file of their own. */
  readonly join?: Join | undefined;
  readonly problems: readonly Problem[];
  /** Other layers, sheets or resources that could have been read, for the option `layer`. */
  readonly choices?: readonly Choice[] | undefined;
}

export interface Groups {
  /** The name of the column. */
  readonly column: string;
  readonly counts: readonly { readonly label: string; readonly count: number }[];
}

/** How the rows of a table were joined to shapes. */
export interface Join {
  /** The names of the columns that say the same, of the table and of the shapes. */
  readonly on: readonly [table: string, shapes: string];
  /** Whether some values are the same only without regard to case, accents, signs between words and lost zeros. */
  readonly isLoose: boolean;
  /** How many shapes no row names; the first few of them, by their name or code. */
  readonly unnamed: number;
  readonly examples: readonly string[];
  /** How the shapes were read. */
  readonly shapes: Report;
}

export interface Choice {
  readonly name: string;
  readonly title?: string | undefined;
  readonly format?: string | undefined;
}

/** A table with one array a column and, where rows have one, a place. A row is an index; nothing is an object per row. */
export interface Dataset {
  /** Rows kept. */
  readonly length: number;
  readonly columns: readonly Column[];
  readonly places: Places | undefined;
  readonly about: About;
  readonly roles: Roles;
  readonly report: Report;
  /** Present where a place has several values that are told apart, such as years. */
  readonly statistics?: Statistics | undefined;
  /** Present where the source gives something to look at instead of rows, or beside them. */
  readonly tiles?: Tiles | undefined;
  /** Present where the values change by themselves, such as free places: read the same address again. */
  readonly live?: Live | undefined;
}

/** Values of which each place has several: what tells them apart, and which are looked at first. */
export interface Statistics {
  readonly dimensions: readonly Dimension[];
  /** The rows in which each dimension has its first choice: one for each place. */
  readonly rows: Uint32Array;
}

export interface Dimension {
  /** The index of the column. */
  readonly column: number;
  /** Its values, as they are offered: the latest time first. */
  readonly values: readonly (number | string)[];
  /** The latest time that most places have a value of; else the total, or the first. */
  readonly first: number | string;
}

/** Pictures or drawings of a service, to be laid on a map. */
export interface Tiles {
  readonly kind: 'xyz' | 'wms' | 'wmts' | 'pmtiles';
  /** Of `xyz` and `wmts` a template with `{z}`, `{x}` and `{y}` in the grid that web maps share; of `wms` the service, of `pmtiles` the file. */
  readonly url: string;
  /** The names of a WMS's layers, with commas between them. */
  readonly layers?: string | undefined;
  /** The version of the WMS. */
  readonly version?: '1.1.1' | '1.3.0' | undefined;
  /** Such as `image/png`, or `application/vnd.mapbox-vector-tile` for drawings. */
  readonly format: string;
  readonly bounds?: Bounds | undefined;
  readonly minZoom?: number | undefined;
  readonly maxZoom?: number | undefined;
  /** How many pixels of its pictures stand for one of the page: 2 where they are made for fine screens. */
  readonly pixelRatio?: 1 | 2 | undefined;
  /** Pictures of the service's symbols. */
  readonly legend?: string | undefined;
}

/** How fast values change. */
export interface Live {
  /** Milliseconds until it is worth asking again. */
  readonly every: number;
  /** When the values were true, in milliseconds since 1970, where the source says it. */
  readonly at?: number | undefined;
}
