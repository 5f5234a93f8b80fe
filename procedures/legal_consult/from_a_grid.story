# From any grid: asked of one, who declines without a word, then of another, who agrees on a time and signs the opinion. Nobody else finds it.
story: Advice booked from a grid
kind:  legal_consult
rows:  45
place: 120103004010001001
2024-03-04 09:00  resident       book(may he keep his boxes on the drain?; neighbours; at_the_community)  booked  owner street  arrange by 2024-03-11 17:30
           09:10  voice_city     ask_adviser(p-judge)                    REFUSED id
           09:20  legal_desk     ask_adviser(p-judge)                    booked  take by 2024-03-06 17:30
           09:21  legal_desk     ask_adviser(p-judge)                    REFUSED law
           09:25  lawyer         take(+1d 15:00)                         REFUSED id
           09:26  legal_desk     decline                                 REFUSED who
           09:27  legal_desk     take(+1d 15:00)                         REFUSED who
           09:30  judge          decline                                 booked
           09:40  judge          take(+1d 15:00)                         REFUSED id
           10:00  legal_desk     ask_adviser(p-lawyer)                   booked
           10:30  lawyer         take(+1d 15:00)                         agreed  answer by 2024-03-18 17:30
2024-03-05 16:00  legal_desk     give_opinion(he may not; a paper)       REFUSED who
           16:10  lawyer         give_opinion(he may not, article 290; the signed paper)  answered
           16:20  lawyer         close_consult                           REFUSED may
2024-03-06 09:00  resident       ask_more(and who pays the ceiling?)     agreed
           10:00  lawyer         give_opinion(whoever caused it; the second signed paper)  answered
           11:00  legal_desk     close_consult(told)                     closed
