import { describe, expect, test } from 'vitest';
import { codePageOf } from '../../../src/main/import/read/code-pages.ts';

/** Bytes of a text in an encoding that is only ever read elsewhere: each letter is looked up by reading all bytes. */
const written = (text: string, encoding: string): Uint8Array => {
  const decoder = new TextDecoder(encoding);
  const known = new Map<string, readonly number[]>();
  for (let first = 255; first >= 0; first--) known.set(decoder.decode(Uint8Array.of(first)), [first]);
  if (!/^(windows|macintosh)/.test(encoding))
    for (let first = 0x81; first < 0xff; first++)
      for (let second = 0x40; second < 0xff; second++) {
        const sign = decoder.decode(Uint8Array.of(first, second));
        if ([...sign].length === 1) known.set(sign, [first, second]);
      }
  return Uint8Array.from([...text].flatMap((sign) => known.get(sign) ?? []));
};

describe('the code page is the one whose letters make words', () => {
  test.each([
    ['windows-1252', 'Jürgen Groß;Bäckerei Höfer;5 € – “Süßes”'],
    ['windows-1252', 'Hélène Crèmieux;Noël Façade;Gâteau à la crème'],
    ['windows-1252', 'Søren Kjær;Åse Brøgger;Håkon Ødegård'],
    ['windows-1252', 'José Muñoz;João Conceição;Città di Forlì'],
    ['windows-1252', 'Þórður Guðmundsson;Sigríður Ásgeirsdóttir'],
    ['windows-1250', 'Stanisław Wójcik;Małgorzata Grześ;Paweł Gołąb'],
    ['windows-1250', 'Jiří Dvořák;Božena Němcová;Tomáš Kučera'],
    ['windows-1250', 'Győző Szűcs;Erzsébet Kőműves'],
    ['windows-1250', 'Goran Petrović;Ana Jurčić'],
    ['windows-1251', 'Иван Петров;Ольга Сидорова;Хлеб ржаной'],
    ['windows-1251', 'Олена Ковальчук;Київ;Їжак'],
    ['windows-1253', 'Γιώργος Παπαδόπουλος;Ελένη Νικολάου'],
    ['windows-1254', 'Ayşe Yılmaz;Çağla Öztürk;İbrahim Şahin'],
    ['macintosh', 'Jürgen Groß;Bäckerei Höfer;Gemüsekorb'],
    ['macintosh', 'Hélène Façade;Noël à la crème'],
    ['shift_jis', '佐藤健太;高橋ゆみ;りんごジャム'],
    ['euc-kr', '김민준;이서연;사과잼'],
    ['gb18030', '王小明;张丽华;苹果酱'],
  ])('%s: %s', (encoding, names) => {
    const bytes = written(`Order;Name\n1;${names};12,00\n`, encoding);
    expect(new TextDecoder(encoding).decode(bytes)).toContain(names);
    expect(codePageOf(bytes).encoding).toBe(encoding);
  });

  test('nothing to tell by is Western European', () => {
    expect(codePageOf(Buffer.from('Order;Name\n')).encoding).toBe('windows-1252');
    expect(codePageOf(written('Price in €;5 €\n', 'windows-1252')).encoding).toBe('windows-1252');
  });
});
