import type { Content, Text } from '../../src/survey/questionnaire.ts'
import { ask, content } from '../make.ts'

export const arabic = (ar: string, sv: string): Text => ({ ar, sv })
const named = (id: string, ar: string) => ({ id, text: arabic(ar, id) })

/** A survey with a question of each kind, as a region would put it in Arabic and Swedish. */
export const arabicSurvey = (more: Partial<Content> = {}): Content => {
  const made = content(
    [
      ask.choice('val', {
        text: arabic('ما هو الأهم بالنسبة لك في مركزك الصحي؟', 'Vad är viktigast?'),
        options: [
          named('a', 'الحصول على موعد بسرعة عندما أحتاج إليه'),
          named('b', 'أن أقابل الطبيب نفسه كل مرة'),
          named('c', 'أن يكون قريباً مني'),
        ],
        required: true,
      }),
      ask.choices('flera', {
        text: arabic('ما الذي ينقصك؟', 'Vad saknar du?'),
        options: [
          named('a', 'مواعيد مسائية'),
          named('b', 'الحجز عبر 1177'),
          named('c', 'مترجم'),
          named('d', 'موقف سيارات'),
        ],
        other: true,
        none: true,
        max: 2,
      }),
      ask.scale('skala', {
        text: arabic('ما مدى سهولة الحصول على موعد؟', 'Hur lätt är det?'),
        fromText: arabic('صعب جداً', 'Svårt'),
        toText: arabic('سهل جداً', 'Lätt'),
        required: true,
      }),
      ask.number('vantan', {
        text: arabic('كم دقيقة انتظرت؟', 'Hur länge väntade du?'),
        unit: arabic('دقيقة', 'minuter'),
        from: 0,
        to: 600,
        bins: [0, 5, 15, 60],
      }),
      ask.ranking('ordning', {
        text: arabic('ما الذي يجب عمله أولاً؟', 'Vad ska göras först?'),
        options: [
          named('x', 'تقصير الانتظار'),
          named('y', 'مزيد من الأطباء'),
          named('z', 'معلومات بلغات أكثر'),
        ],
        max: 3,
      }),
      ask.text('ord', {
        text: arabic('ماذا تريد أن تقول لنا؟', 'Vad vill du säga?'),
        quotable: true,
      }),
    ],
    {
      languages: ['ar', 'sv'],
      title: arabic('أسئلة عن مركزك الصحي في Karlskoga', 'Frågor om din vårdcentral'),
      intro: arabic('نود أن نعرف ما هو الأهم بالنسبة لك.', 'Vi frågar.'),
      sites: ['norr', 'soder'].map((id) => ({
        id,
        name: arabic(`${id === 'norr' ? 'Norra' : 'Södra'} vårdcentralen`, id),
        listed: 4000,
      })),
      ...more,
    },
  )
  const { retainUntil, ...told } = made.privacy
  const privacy = Object.entries(told).map(([name, { sv }]) => [name, arabic(sv!, sv!)])
  return { ...made, privacy: { ...Object.fromEntries(privacy), retainUntil } }
}
