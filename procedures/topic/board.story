# Who is asked until a day is asked no longer after it: the notice comes down by itself, and the count goes on.
story: The day of a deliberation passes
kind:  topic
rows:  68
place: 120103004010
2024-03-04 09:00  voice_desk     open_topic(what becomes of the bicycle shed; housing_renewal; telecom_company)  REFUSED when
2024-03-04 09:00  voice_desk     open_topic(what becomes of the bicycle shed; housing_renewal; city_management)  gathering
           09:30  voice_desk     put_way(a; mend it)                          gathering
           09:31  voice_desk     put_way(b; pull it down)                     gathering
           09:32  voice_desk     put_way(c; a new one)                        gathering
           09:40  voice_desk     ask_everybody(-3d 17:30)                     REFUSED field.until
           09:50  voice_desk     ask_everybody(+10d 17:30)                    deliberating  deliberate by 2024-03-14 17:30
2024-03-15 09:00  clock          -                                            deliberating  overdue deliberate
           09:10  voice_desk     enter_tally(c; 40; meeting; the paper of the meeting)  deliberating
           09:20  voice_second   confirm_tally#1(confirmed; counted again)    deliberating
           09:30  voice_desk     end_deliberation                             answering
