# Three ways for one yard: everybody is asked, two people count, the counts are published without a name, and the answer says which way is taken.
story: Three ways for the empty yard
kind:  opinion
rows:  21, 68
place: 120103004010
2024-03-04 09:00  voice_desk     topic: open_topic(what becomes of the empty yard; housing_renewal; city_management)  gathering  owner community
           09:10  resident       first: submit(words: make it a garden; about: housing_renewal; wish: reply)  submitted
           09:15  resident       second: submit(words: we need parking; about: housing_renewal; wish: none)  submitted
           09:20  voice_desk     first: join(topic)                              joined
           09:25  voice_desk     second: join(topic)                             joined
           09:26  voice_desk     second: part(first look at it)                  submitted
           09:27  voice_desk     second: join(topic)                             joined
           09:30  voice_desk     topic: put_way(a; a garden with benches)        gathering
           09:31  voice_desk     topic: put_way(a; a pond)                       REFUSED law
           09:32  voice_desk     topic: put_way(b; twelve parking places)        gathering
           09:40  voice_desk     topic: ask_everybody(+20d 17:30)                REFUSED when
           09:41  voice_desk     topic: put_way(d; a wall)                       gathering
           09:42  voice_desk     topic: strike_way#3(nobody asked for it)        gathering
           09:43  voice_desk     topic: put_way(c; half garden, half parking)    gathering
           09:50  voice_desk     topic: ask_everybody(+20d 17:30)                deliberating  deliberate by 2024-03-24 17:30
           10:00  voice_desk     topic: enter_tally(d; 3; meeting; a paper)      REFUSED law
2024-03-20 19:00  voice_desk     topic: enter_tally(a; 41; meeting; the paper of the meeting)  deliberating  confirm_tally by 2024-03-25 17:30
           19:05  voice_desk     topic: enter_tally(b; 18; meeting; the second sheet)  deliberating
           19:10  voice_desk     topic: enter_tally(c; 66; doors; the list of doors)  deliberating
           19:20  voice_desk     topic: enter_tally(c; 67; doors; the same list again)  deliberating
           19:30  voice_desk     topic: confirm_tally#1(confirmed; counted again)  REFUSED who
           19:40  voice_second   topic: confirm_tally#1(confirmed; counted again)  deliberating
           19:41  voice_second   topic: confirm_tally#2(confirmed; counted again)  deliberating
           19:42  voice_second   topic: confirm_tally#3(confirmed; counted again)  deliberating
           19:45  voice_desk     topic: end_deliberation                         REFUSED when
           19:50  voice_second   topic: confirm_tally#4(struck; entered twice)   deliberating
           20:00  voice_desk     topic: end_deliberation                         answering  owner city_management  field.voices 125  field.for_c 66
2024-03-21 09:00  voice_sports   topic: draft_answer(accepted; will_do; half and half; c)  REFUSED who
           09:10  voice_city     topic: draft_answer(accepted; will_do; a wall; d)  REFUSED when
           09:20  voice_city     topic: draft_answer(accepted; will_do; most want it half and half, in May; c)  answering
           09:30  voice_city     topic: publish_answer                           REFUSED who
           09:40  voice_city_head  topic: publish_answer                         carrying_out  field.chosen c
           10:00  voice_desk     first: answer_with_topic(accepted; others_would_suffer; most want it half and half)  REFUSED when
           10:01  voice_desk     first: answer_with_topic(accepted; will_do; most want it half and half)  told
           10:05  voice_desk     second: note(read with the topic)               noted
