import { plainHeader } from './header-words.ts';

/** Who sold, served or typed it in. */
const STAFF =
  /\b((sold|served|handled|created|entered|processed|added|rung up|taken|issued) by|cashiers?|staff\w*|employees?|seller|sales ?(person|man|rep|representative|agent)|clerk|server|waiter|operator|bediener\w*|kassierer\w*|verkaufer\w*|mitarbeiter\w*|bearbeiter\w*|verkauft von|vendeur|vendeuse|caissi\w+|employe\w*|vendu par|vendedor\w*|cajer[oa]|emplead[oa]|atendido por|vendido por|venditore|commess[oa]|cassier[ea]|operatore|venduto da|verkoper|medewerker|kassier|verkocht door|saelger|ekspedient|medarbejder|selger|ansatt|saljare|kassor|myyja|sprzedawca|kasjer\w*|pracownik|sprzedal|prodavac|prodejce|pokladni|operador\w*|funcionari[oa]|satici|kasiyer|personel)\b|担当|販売員|スタッフ/;

/** Whether a heading speaks of who sold: never of the customer. */
export const isStaff = (header: string): boolean => STAFF.test(plainHeader(header));
