# Other ways of an opinion: read and kept where no answer was wished for, taken back by its author, and nobody else speaks for them.
story: Read, taken back, closed by silence
kind:  opinion
place: 120103004010001001
2024-03-04 09:00  resident       kept: submit(words: the new square is fine; about: environment; wish: none)  submitted
           09:30  voice_desk     kept: note(thank you)                           noted
           10:00  resident       back: submit(words: a bus stop at the gate; about: streets_traffic; wish: reply)  submitted
           10:10  voice_second   back: withdraw(not needed)                      REFUSED may
           10:20  resident       back: withdraw(the stop is there already)       withdrawn
           11:00  voice_desk     silent: submit(words: lights on the stairs of the bridge; about: safety; via: counter; wish: reply)  submitted
           11:05  resident       silent: accept_answer                           REFUSED who
           11:10  voice_desk     silent: give_to(city_management)                considering
           12:00  voice_city     silent: answer(accepted; will_do; this week)    told
           12:10  resident       silent: ask_once_more(and the other bridge?)    REFUSED who
           12:11  resident       silent: accept_answer                           REFUSED who
2024-04-04 00:01  clock          silent: -                                       silent: closed
           09:00  resident       mine: submit(words: a zebra crossing; about: streets_traffic; wish: reply)  submitted
           09:10  voice_desk     silent: withdraw(too late)                      REFUSED step
           09:20  voice_desk     mine: withdraw(not mine)                        REFUSED who
