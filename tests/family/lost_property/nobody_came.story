# Keys that nobody claims: the police have them after a year, and what is handed over sooner is handed over by whoever keeps it.
story: Nobody came for it
kind:  lost_property
place: 120103004010001001
2024-03-04 09:00  finder        keys: take_in(Three keys; keys; 2024-03-03 18:00)  kept
           09:11  finder        keys: announce                           announced
           09:20  finder        phone: take_in(A phone; phone; 2024-03-03 18:00)  kept
           09:30  other_office  phone: hand_over(slip)                   REFUSED who
           09:31  finder        phone: hand_over(slip of the station)    handed_over
2025-03-05 00:01  clock         -                                        handed_over  keys: handed_over
