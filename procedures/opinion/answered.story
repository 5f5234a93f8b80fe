# One opinion, one answer with a reason; the resident finds that it is none and asks once more.
story: An opinion is answered with a reason
kind:  opinion
place: 120103004010001001
2024-03-04 09:00  resident       submit(words: put benches along the river path; about: environment; via: web; wish: reply; public: yes)  submitted  owner community  read by 2024-03-06 17:30
           10:00  voice_desk     note(nothing to answer)                         REFUSED when
           10:10  voice_desk     give_to(telecom_company; the paths are theirs)  REFUSED when
           10:10  voice_desk     give_to(city_management; the paths are theirs)  considering  owner city_management  answer by 2024-03-25 17:30
           10:20  voice_sports   answer(accepted; will_do; benches in April)     REFUSED who
           10:30  voice_city     answer(not_accepted; in_plan; not now)          REFUSED when
           10:31  voice_city     answer(accepted; others_would_suffer; fine)     REFUSED when
           10:40  voice_city     answer(not_accepted; needs_budget; no money this year)  told  ask_again by 2024-04-04 00:00
           11:00  voice_desk     accept_answer                                   REFUSED may
           12:00  resident       ask_once_more(next year then?)                  submitted  owner community
           13:00  voice_desk     give_to(city_management)                        considering
           14:00  voice_city     answer(partly; in_plan; four benches this year, eight next year)  told
           15:00  resident       ask_once_more(and shade?)                       REFUSED when
           15:10  resident       accept_answer                                   closed
