# Taken back by whoever complained; passed on where discipline inspection must look; each keeps to what was given to them.
story: Taken back, or passed on
kind:  complaint
place: 120103
2024-09-10 09:00  resident       complain(a rude word at the counter; rudeness; civil_affairs)  received
           09:10  conduct_office  withdraw(they meant it well)                    REFUSED who
           09:20  resident       withdraw(they apologised)                        withdrawn
           10:00  conduct_office  second: complain(a car of the office at a wedding; public_property; sports_bureau)  received
           10:10  conduct_office  second: assign(discipline; a car)               examining
           10:11  conduct_office  second: conclude(founded; put_right; seen)      REFUSED who
           10:12  conduct_office  second: note_inquiry(me too)                    REFUSED who
           10:13  conduct_office  second: name_whom(sports_bureau)                REFUSED who
           10:20  conduct_organ  second: pass_to_organ(it may be a breach of discipline)  passed_on
