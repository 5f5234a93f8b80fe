# A purse is claimed twice: one description is wrong, the other right. Whoever wrote the claim down does not hear it.
story: The right owner of a purse
kind:  lost_property
place: 120103004010001001
2024-03-04 09:00  finder        take_in(A brown purse; purse; 2024-03-03 18:00)  kept  owner community  announce by 2024-03-07 17:30
           09:10  other_office  announce                                 REFUSED who
           09:11  finder        announce                                 announced  claim by 2025-03-05 00:00
           10:00  other_office  claim(claimant: Zhao; description: red)  REFUSED who
           10:01  finder        claim(claimant: Qian; description: red)  announced
           10:05  finder        hear#1(declined; it is not red)          REFUSED who
           10:06  hearer        hear#1(declined; it is not red)          announced
           10:10  hearer        give_back(signed)                        REFUSED when
           11:00  finder        claim(claimant: Sun; description: brown, with a bus card)  announced
           11:05  hearer        hear#2(shown; the card is there)         announced
           11:10  other_office  give_back(signed by Sun)                 REFUSED who
           11:11  hearer        give_back(signed by Sun)                 returned
           11:20  hearer        hand_over(slip)                          REFUSED step
