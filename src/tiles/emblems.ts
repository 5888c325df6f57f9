/** Subjects, "words;keywords", and what is drawn of them. */
export type Emblem = readonly [subjects: string, drawing: string];

/**
 * Pictures by subject, from the most particular to the most general. A word before the semicolon is looked for in titles and
 * names of series, whole, one or two at a time, and as a keyword; one behind it as a keyword only, since in a title it mostly
 * means something else. Singular, small letters, no accents.
 *
 * What is drawn is one of a genre's figures ("Horror2") or a drawing: see `layersOf`. Its inks are a (main), b (second), and f and g,
 * shades of the ground, for what is cut out.
 */
export const EMBLEMS: readonly Emblem[] = [
  ['star war,jedi,lightsaber', 'a7M22 78L82 10;b7M78 78L18 10;b11M12 90l10-12;a11M88 90L78 78'],
  [
    'batman,dark knight;gotham city',
    'f84M50 50h0;aM50 40l-4-11-4 9q-5-9-14-11Q10 32 2 54q12-5 17 6 8-8 14 3 10-4 17 17 7-21 17-17 6-11 14-3 5-11 17-6-8-22-26-27-9 2-14 11l-4-9z',
  ],
  [
    'spider,spider man,insect,bug',
    'a3M50-60V40;a4M50 50L30 40 24 18M50 54L26 52 10 36M50 58L26 64 14 84M50 62L34 74 32 94M50 50l20-10 6-22M50 54l24-2 16-16M50 58l24 6 12 20M50 62l16 12 2 20;a30M50 64h0;a18M50 42h0;b9M50 62v6',
  ],
  ['wolverine,x men,tiger', 'Horror1'],
  [
    'mask,zorro;superhero',
    'aM4 38q24-12 46 6 22-18 46-6 4 36-22 36-16 0-24-16-8 16-24 16-26 0-22-36z;gM18 46q14-4 22 10-18 6-22-10zM82 46q-14-4-22 10 18 6 22-10z',
  ],
  [
    'indiana jones;whip',
    'aM25 56q0-34 12-34 13 7 26 0 12 0 12 34-25 12-50 0z;b7M26 51q24 10 48 0;aM4 56q46 22 92 0-2 14-20 17-26 6-52 0Q6 70 4 56z;b4M8 92q20-18 40-6t36-2q10-10-2-8',
  ],
  ['martini,james bond', 'aM8 16h84L54 60v24h18v7H28v-7h18V60z;bM27 28h46L50 54z;g3M50 44L72 4;c11M56 35h0'],
  ['door', 'Mystery1'],
  [
    'wizard,witch,magician,harry potter;broom,black magic',
    'aM66 4Q58 26 76 70H24Q34 28 66 4z;aM4 72q46-18 92 0-46 24-92 0z;b9M29 62q21 9 43 0',
  ],
  ['ring,hobbit', 'a13M14 52a36 36 0 1 1 72 0a36 36 0 1 1-72 0z;b4M20 38q10-20 30-20'],
  [
    'shark',
    'aM26 74C44 60 58 36 58 12c10 20 20 44 24 62z;bM-50 70h200v120H-50z;g4M10 82h24m30 8h20M-20 96h40',
  ],
  [
    'dinosaur,godzilla',
    'aM10 30q22-18 46-9l28 7q10 6 8 18l-34 6 28 5q-6 12-32 11l-10-2q-4 16-14 28H4q8-32 6-64z;gM52 52l4-9 5 8 5-10 5 9 5-10 5 9 4-9 6 6-34 8z;g8M44 34h0',
  ],
  [
    'titanic,battleship;ocean liner,shipwreck',
    'b9M34 22v22m16-22v22m16-22v22;bM20 42h62v14H20z;aM4 54h92L82 84H20z;g5M28 64h0m14 0h0m14 0h0m14 0h0;bM-50 82h200v120H-50z;g4M6 92h22m28 0h28',
  ],
  [
    'lion',
    'b28M50 18h0M73 27h0M82 50h0M73 73h0M50 82h0M27 73h0M18 50h0M27 27h0;b60M50 50h0;a14M34 34h0m32 0h0;a44M50 52h0;g6M42 48h0m16 0h0;gM43 57h14l-7 8z;g3M50 62v4q-5 5-8 1m8-1q5 5 8 1',
  ],
  ['monolith,space odyssey', 'Sci-Fi3'],
  [
    'bicycle;riding a bicycle',
    'f70M50 36h0;a5M8 68a17 17 0 1 1 34 0 17 17 0 1 1-34 0zM58 68a17 17 0 1 1 34 0 17 17 0 1 1-34 0z;b5M25 68l13-26h28L50 68zM50 68L36 36m-5 0h10M75 68L64 32h10',
  ],
  ['submarine', 'aM42 50V32h20v18z;a6M54 34V16h12;a34M22 62h54;b16M6 50v24;g9M36 62h0m18 0h0m18 0h0'],
  ['scissor,scissorhand', 'a8M30 6l34 58M70 6L36 64;b34M28 78h0m44 0h0;g16M28 78h0m44 0h0'],
  ['chocolate,chocolat', 'aM24 8h52v84H24z;g5M24 29h52M24 50h52M24 71h52M50 8v84'],
  ['pig', 'a22M26 24h0m48 0h0;a72M50 52h0;b24M43 62h14;g6M44 62h0m12 0h0;g7M34 42h0m32 0h0'],
  [
    'sheep,lamb',
    'a32M28 40h0m22-10h0m22 10h0m6 20h0m-18 12h0m-22 0h0m-18-12h0;a50M50 54h0;b8M30 50l10 2m30-2l-10 2;b22M50 54v14;g5M45 54h0m10 0h0',
  ],
  ['rabbit,bunny', 'a20M36 14v34m28-34v34;b8M36 14v28m28-28v28;a52M50 64h0;g7M40 60h0m20 0h0;g8M49 70h2'],
  ['castle;ogre', 'Fantasy0'],
  ['princess,king,queen,emperor;prince', 'Fantasy4'],
  [
    'ape,monkey,gorilla,chimp,kong',
    'a24M16 46h0m68 0h0;a66M50 44h0;b22M41 40h18;b38M42 66h16;g7M42 42h0m16 0h0;g4M38 70q12 10 24 0M47 58h0m6 0h0',
  ],
  [
    'wolf,werewolf',
    'aM16 4l20 24h28L84 4l6 48-20 18-20 26-20-26L10 52z;gM26 44l18 8-10 5zM74 44l-18 8 10 5zM43 82h14l-7 10z',
  ],
  [
    'vampire,dracula',
    'aM4 46q20-26 34-26l12 7 12-7q14 0 34 26-20 36-46 36T4 46z;bM18 46q32-8 64 0-12 22-32 22T18 46z;gM30 43h12l-6 22zM58 43h12l-6 22z',
  ],
  ['tornado,twister', 'a11M10 14h78M24 30h58M38 46h34;b11M42 62h18M50 78h0'],
  ['pyramid,mummy;egyptian mythology', 'f34M78 24h0;aM46 16L96 86H-4z;bM46 16L96 86H62z'],
  [
    'time machine,the future;time travel',
    'a86M50 50h0;g5M50 14v4M86 50h-4M50 86v-4M14 50h4;gM58 18L30 54h17l-8 30 32-40H53z',
  ],
  ['clock,hour;time loop', 'a86M50 50h0;g5M50 14v4M86 50h-4M50 86v-4M14 50h4;g7M50 50V26M50 50l18 12'],
  [
    'hacker;virtual reality',
    'a7M12-60v70m0 14v34M31-60v110m0 14v4M50-60v74m0 14v44M69-60v60m0 14v28M88-60v102m0 14v14;b9M12 76h0M31 86h0M50 90h0M69 60h0M88 88h0',
  ],
  ['robot,android', 'Sci-Fi6'],
  ['cyborg;artificial intelligence', 'Sci-Fi4'],
  [
    'sunglass;sun glass',
    'aM2 34h96v10h-4q0 26-22 26-20 0-20-22h-4q0 22-20 22Q6 70 6 44H2z;g4M16 52l8-8M60 52l8-8',
  ],
  ['comet,meteor,asteroid', 'b10M4 8l54 52M34 4l36 44M4 38l44 36;a40M70 70h0;g8M62 64h0m14 10h0'],
  ['rocket,apollo,astronaut;nasa', 'Sci-Fi5'],
  ['holocaust;concentration camp', 'aM38 44h24v60H38z;bM50 2q18 20 0 34-18-14 0-34z;b4M50 34v10'],
  [
    'car,taxi;car race,car chase,road trip,road movie,automobile racing',
    'aM4 68q-2-16 16-18l14-20h32l18 20q14 2 12 18z;gM38 36h9v13H30zM53 36h10l10 13H53z;b20M26 68h0m48 0h0;g7M26 68h0m48 0h0',
  ],
  ['fugitive;on the run,running', 'Thriller2'],
  ['soldier,platoon;army,world war ii,vietnam war,vietnam', 'War4'],
  ['planet,mars,galaxy,star trek;space travel,space opera,outer space', 'Sci-Fi0'],
  [
    'bomb;time bomb,nuclear weapon,nuclear missile',
    'a60M44 62h0;a14M62 40l6-6;b4M70 32q8-14 18-6;c10M90 26h0;g5M26 56q2-10 10-14',
  ],
  ['ufo;flying saucer,alien invasion', 'Sci-Fi2'],
  [
    'ghost,ghostbuster,phantom;afterlife,haunting',
    'aM18 94V44a32 32 0 0 1 64 0v50l-13-10-10 10-9-10-9 10-10-10z;g11M40 42v5m20-5v5',
  ],
  [
    'alien,predator,extraterrestrial',
    'aM50 6C20 6 12 34 20 56 28 76 40 94 50 94S72 76 80 56C88 34 80 6 50 6z;gM26 44q20-2 20 22-20 0-20-22zM74 44q-20-2-20 22 20 0 20-22z',
  ],
  ['skull,pirate,zombie,skeleton,living dead', 'Horror5'],
  ['fish,mermaid;underwater', 'Animation3'],
  ['toy;toy comes to life,new toy', 'Children1'],
  ['eye,monster', 'Horror2'],
  ['briefcase,office,wall street', 'a6M36 34V22h28v12;aM8 32h84v50H8z;g4M8 56h84;b14M50 56h0'],
  [
    'dice,casino,vegas;gambling,poker,board game,las vegas',
    'aM20 16h64v64H20z;a8M20 16h64v64H20z;g14M36 32h0m32 0h0M52 48h0M36 64h0m32 0h0',
  ],
  [
    'rose,beauty',
    'b5M50 50q6 24-2 70;bM50 78q6-20 28-18-6 20-28 18z;a52M50 34h0;g4M48 35a5 5 0 0 1 10 0 10 10 0 0 1-20 0 14 14 0 0 1 28 0q0 12-12 20',
  ],
  [
    'christmas;christmas tree,santa claus',
    'aM50 8L74 40H64L84 74H16l20-34H26z;b10M50 76v14;b10M50 10h0;g6M44 42h0m14 10h0m-24 12h0m22 2h0',
  ],
  ['maze,labyrinth', 'Thriller3'],
  ['mountain;mountain climbing', 'Adventure0'],
  [
    'snow,ice,frozen;winter',
    'a6M50 8v84M14 29l72 42M14 71l72-42;a5M40 12l10 10 10-10M40 88l10-10 10 10M13 43l13-4-3-13M87 57l-13 4 3 13M13 57l13 4-3 13M87 43l-13-4 3-13',
  ],
  [
    'sword,gladiator,samurai,grail;swashbuckler,knight,katana,revolt',
    'aM50 2l8 12v52H42V14z;b8M28 68h44;b8M50 70v18;b12M50 92h0',
  ],
  [
    'high heel,cinderella;fashion',
    'aM6 20q10 26 28 36 18 6 46 14 16 4 14 14H58Q34 84 16 54v34H9V52Q0 36 6 20z',
  ],
  ['knife,killer,psycho;serial killer,slasher,shower', 'aM40 62V2q28 26 20 60z;b7M32 66h34;b14M50 74v18'],
  ['piano;pianist', 'Musical2'],
  ['note;musician,composer,opera', 'Musical4'],
  ['record,disco,dancing;concert,dance,music record', 'Musical1'],
  ['vertigo;dream,amnesia', 'Thriller0'],
  ['skyscraper', 'Film-Noir3'],
  ['diamond,jewel;jewelry,heist', 'Crime4'],
  ['window', 'Drama0'],
  ['compass,north', 'Adventure1'],
  ['river', 'Adventure3'],
  [
    'island,beach;exotic island',
    'f64M54 44h0;b7M50 86q-6-24 4-48;a8M54 38q-14-14-34-2M54 38q-4-20-26-22M54 38q14-14 34-2M54 38q4-20 26-22;aM10 90q40-18 80 0z;bM-50 90h200v99H-50z',
  ],
  ['boat,sailing,sea;ocean', 'Adventure2'],
  ['bird,mockingbird,cuckoo,chicken,crow,eagle', 'Animation4'],
  ['bear', 'Children4'],
  ['cat', 'Animation2'],
  [
    'puppy,hound;dog',
    'a50M50 46h0;b18M24 34v26m52-26v26;a34M50 66h0;g12M48 58h4;g7M40 40h0m20 0h0;g3M50 62v8q-6 6-11 2m11-2q6 6 11 2',
  ],
  ['haunted house', 'Horror3'],
  ['blood', 'Horror4'],
  ['godfather,gangster,mafia;mobster,organized crime', 'Film-Noir2'],
  ['spy;secret agent', 'Film-Noir1'],
  ['assassin,sniper;hitman', 'Thriller1'],
  ['prison,alcatraz;prison cell,death row', 'Crime1'],
  ['paris', 'aM50-4q2 56 34 98H68Q64 72 50 72T32 94H16Q48 52 50-4z;g4M30 58h40M40 38h20'],
  ['camera;photographer,polaroid', 'Documentary1'],
  ['movie,cinema;hollywood,film making,film director', 'Documentary0'],
  [
    'television;tv show,reality show',
    'b5M32 6l18 20L68 6;a8M12 28h76v54H12z;aM12 28h76v54H12z;gM18 34h50v42H18z;g8M79 42h0m0 14h0',
  ],
  [
    'quill,shakespeare,poet;writer,author,poetry',
    'aM88 6Q36 4 28 70 84 66 88 6z;b4M16 94Q34 54 66 28;g3M38 60h20',
  ],
  ['letter,mail', 'aM8 24h84v54H8z;g5M10 26l40 32 40-32'],
  [
    'school,graduate,university,college;high school,teacher,high school student,mathematician',
    'aM50 16L98 40 50 64 2 40z;bM24 56v18q26 16 52 0V56L50 69z;a4M90 42v32;a10M90 78h0',
  ],
  [
    'president;white house,usa president',
    'aM50 10L94 36H6zM10 80h80v10H10z;a9M22 46v26m19-26v26m18-26v26m19-26v26',
  ],
  [
    'judge,jury;lawyer,court',
    'a6M50 10v76M16 24h68M32 88h36;b3M16 24L4 56M16 24l12 32M84 24L72 56M84 24l12 32;aM0 56h32q-2 16-16 16T0 56zM68 56h32q-2 16-16 16T68 56z',
  ],
  ['umbrella,rain;nanny', 'Romance3'],
  ['plane,airplane,top gun;pilot', 'War1'],
  ['train,railway,express', 'Western3'],
  ['cyberpunk;dystopia', 'Sci-Fi8'],
  [
    'boxing,boxer,fighter,fight club',
    'a30M48 32h16q8 0 8 18;a16M34 44v12;aM30 44h56v22H36zM36 60h46v14H36z;b14M42 84h34;g4M34 40q18-2 22 14',
  ],
  [
    'baseball,basketball,golf;sport',
    'a84M50 50h0;g4M24 18q20 32 0 64M76 18q-20 32 0 64;g3M28 34h10M29 50h10M28 66h10M72 34H62M71 50H61M72 66H62',
  ],
  [
    'gun,weapon;shootout',
    'aM6 26h86v15H58q-2 16-18 15l-8 30H12l8-36Q8 48 6 26z;gM36 44h14q0 8-12 6z;b4M64 33h22',
  ],
  ['money,bank;con man,robbery', 'Crime5'],
  ['detective,sherlock;private detective', 'Mystery2'],
  ['fingerprint,suspect;investigation,fbi agent', 'Crime0'],
  ['sheriff;police', 'Western2'],
  ['slave;slavery', 'Crime3'],
  ['wedding,bride;marriage', 'Romance4'],
  [
    'cocktail,wine;alcohol,alcoholic',
    'aM8 16h84L54 60v24h18v7H28v-7h18V60z;bM27 28h46L50 54z;g3M50 44L72 4;c11M56 35h0',
  ],
  ['lightning,frankenstein', 'Action2'],
  ['tree,forest,jungle', 'Fantasy3'],
  ['sunset,sunrise,sunshine', 'Drama4'],
  ['city,new york,manhattan', 'Film-Noir3'],
  ['moon,night,midnight', 'Fantasy1'],
  ['house,home', 'aM50 8L94 48H82v40H18V48H6z;gM30 54h14v14H30zM56 54h14v34H56z'],
  ['bowling ball,bowling alley', 'a84M50 50h0;g11M44 28h0m18 4h0M48 46h0'],
  ["heart,love;love at first sight,love of one's life,romantic comedy", 'Romance1'],
];
