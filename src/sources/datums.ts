/** What a datum is called, and how it is shifted to WGS 84; no shift means less than a map shows. */
interface Datum {
  readonly sign: RegExp;
  /** Its degrees, where they are known by a number. */
  readonly degrees?: number;
  /** What the zone of a UTM grid on it is added to, for its number. */
  readonly utm?: number;
  readonly shift: string;
}

/**
 * Definitions as Esri writes them name their datum, but not its shift: without it, places are 100 m and more beside
 * themselves. The shifts are those of the grids that were checked, else the mean ones that EPSG lists for the datum.
 */
export const datums: readonly Datum[] = [
  { sign: /GDA_?2020|Australia_2020/, degrees: 7844, utm: 7800, shift: '' },
  { sign: /GDA_?(19)?94|Australia_1994/, degrees: 4283, utm: 28_300, shift: '' },
  { sign: /ETRS_?(19)?89|European_Terrestrial/, degrees: 4258, utm: 25_800, shift: '' },
  { sign: /NAD_?(19)?83|North_American_(Datum_)?(of_)?1983/, degrees: 4269, utm: 26_900, shift: '' },
  { sign: /SIRGAS(_2000)?/, degrees: 4674, shift: '' },
  { sign: /WGS_?(19)?84|World_Geodetic_System_1984/, degrees: 4326, utm: 32_600, shift: '' },
  { sign: /RGF|SWEREF|RDN|EUREF|ITRF|CSRS|RGR|RGAF|LKS_?9|NZGD_?2000|JGD|IRENET|HTRS|Slovenia_1996|Bulgaria_2005|Estonia_1997|GCS_ISN|IS(LANDS_)?NE?T?_?(19|20)|Hartebeesthoek94|CGCS_?2000|China_2000|POSGAR|Korea_?2000|MAGNA|GDM_?2000|KGD_?2002|Korean_Geodetic_Datum_2002/i, shift: '' },
  { sign: /Amersfoort/, shift: '565.4171,50.3319,465.5524,-0.398957388243134,0.343987817378283,-1.87740163998045,4.0725' },
  { sign: /Belge_(Lambert_)?(19)?72|Reseau_National_Belge_1972|BD72/, shift: '-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747' },
  { sign: /OSGB_?(19)?36|Ordnance_Survey_of_Great_Britain_1936/, shift: '446.448,-125.157,542.06,0.15,0.247,0.842,-20.489' },
  { sign: /TM_?(19)?(65|75)|Ireland_1965/, shift: '482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15' },
  { sign: /Deutsches_Hauptdreiecksnetz|DHDN|Potsdam/, shift: '598.1,73.7,418.2,0.202,0.045,-2.455,6.7' },
  { sign: /CH_?1903/, shift: '674.374,15.056,405.346,0,0,0,0' },
  { sign: /MGI|Hermannskogel|Militar_Geographische|Austria/, shift: '577.326,90.129,463.919,5.137,1.474,5.297,2.4232' },
  { sign: /JTSK_?03/, shift: '485.021,169.465,483.839,7.786342,4.397554,4.102655,0' },
  { sign: /JTSK/, shift: '570.8,85.7,462.8,4.998,1.587,5.261,3.56' },
  { sign: /Monte_Mario|Roma_?40|Rome_1940/, shift: '-104.1,-49.1,-9.9,0.971,-2.917,0.714,-11.68' },
  { sign: /European_(Datum_)?(19)?50|ED_?50/, shift: '-87,-98,-121,0,0,0,0' },
  { sign: /NTF|Nouvelle_Triangulation/, shift: '-168,-60,320,0,0,0,0' },
  { sign: /Hungarian_(Datum_)?1972|HD_?72/, shift: '52.17,-71.82,-14.9,0,0,0,0' },
  { sign: /Dealul_Piscului|Pulkovo_1942_Adj_1958|Pulkovo_1942_58|S_?42/, shift: '2.329,-147.042,-92.08,-0.309,0.325,0.497,5.69' },
  { sign: /Pulkovo_(19)?42/, shift: '23.92,-141.27,-80.9,0,0.35,0.82,-0.12' },
  { sign: /GGRS_?(19)?87|Greek_(Geodetic_Reference_System_)?1987/, shift: '-199.87,74.79,246.62,0,0,0,0' },
  { sign: /NAD_?(19)?27|North_American_(Datum_)?(of_)?1927/, shift: '-8,160,176,0,0,0,0' },
  { sign: /Tokyo/, shift: '-146.414,507.337,680.507,0,0,0,0' },
  { sign: /Datum_73/, shift: '-223.237,110.193,36.649,0,0,0,0' },
  { sign: /Hong_Kong_1980/, shift: '-162.619,-276.959,-161.764,0.067753,-2.243648,-1.158828,-1.094246' },
  { sign: /^(D_)?Israel(_1993)?$/, shift: '23.772,17.49,17.859,-0.3132,-1.85274,1.67299,-5.4262' },
  { sign: /Arc_1950/, shift: '-143,-90,-294,0,0,0,0' },
  { sign: /^(D_|GCS_)?Cape$/, shift: '-136,-108,-292,0,0,0,0' },
  { sign: /Minna/, shift: '-92,-93,122,0,0,0,0' },
  { sign: /Ain_el_Abd/, shift: '-143,-236,7,0,0,0,0' },
  { sign: /Nahrwan_1967/, shift: '-245.8,-152.2,382.9,0,0,0,0' },
  { sign: /PSAD_?(19)?56|Provisional_S(outh)?_American(_Datum)?_1956/, shift: '-270,188,-388,0,0,0,0' },
  { sign: /SAD_?(19)?69|South_American(_Datum)?_1969/, shift: '-67.35,3.88,-38.22,0,0,0,0' },
  { sign: /Corrego_Alegre/, shift: '-206.05,168.28,-3.82,0,0,0,0' },
  { sign: /Campo_Inchauspe/, shift: '-148,136,90,0,0,0,0' },
  { sign: /^(D_|GCS_)?Bogota/, shift: '307,304,-318,0,0,0,0' },
  { sign: /NZGD_?(19)?49|New_Zealand_(Geodetic_Datum_)?1949/, shift: '54.4,-20.1,183.1,0,0,0,0' },
  { sign: /AGD_?(19)?66|Australian(_Geodetic_Datum)?_(19)?66/, shift: '-117.808,-51.536,137.784,0.303,0.446,0.234,-0.29' },
  { sign: /AGD_?(19)?84|Australian(_Geodetic_Datum)?_(19)?84/, shift: '-117.763,-51.51,139.061,0.292,0.443,0.277,-0.191' },
  { sign: /Kertau/, shift: '-11,851,5,0,0,0,0' },
  { sign: /Indian_1975/, shift: '210,814,289,0,0,0,0' },
  { sign: /Indonesian_(Datum_)?1974/, shift: '-1.977,-13.06,-9.993,0.364,0.254,0.689,-1.037' },
  { sign: /Pulkovo_1995/, shift: '24.47,-130.89,-81.56,0,0,0.13,-0.22' },
  { sign: /WGS_1972/, shift: '0,0,4.5,0,0,0.554,0.219' },
  { sign: /Lisb(on|oa)/, shift: '-304.046,-60.576,103.64,0,0,0,0' },
];
