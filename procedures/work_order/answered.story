# An imported order with the hotline's own number: accepted, answered, called back; the first answer did not solve it.
story: A 12345 order and its call-back
kind:  work_order
rows:  62
place: 120103004010001001
2024-03-04 08:50  order_desk     import_order(no number; the street is dark at the school; park; help)  REFUSED field.external
           09:00  order_desk     import_order(20240304001234; the street is dark at the school; park; help; Ms Liu; 13800000001)  received  owner district  accept by 14:30  field.external 20240304001234
           09:20  order_desk     accept_order(telecom_company; park)  REFUSED when
           09:20  order_desk     accept_order(gas_company; park)                  handling  owner gas_company  answer by 2024-03-11 17:30
           09:30  order_city     answer_order(not our order)                      REFUSED who
           09:40  order_desk     hand_on(gas_company; to whom else)               REFUSED when
           09:41  order_desk     hand_on(telecom_company; lamps are theirs)  REFUSED when
           09:41  order_desk     hand_on(city_management; lamps are theirs)       handling  owner city_management  answer by 2024-03-11 17:30
2024-03-05 15:00  order_city     answer_order(the fuse was changed; a lit lamp)   replied  call_back by 2024-03-13 00:00
           15:10  order_desk     close_order                                      REFUSED when
           15:11  order_city     note_call_back(solved; pleased)                  REFUSED who
2024-03-06 10:00  order_desk     answer_again(no)                                 REFUSED when
           10:05  order_desk     note_call_back(not_solved; not_pleased)          replied
           10:06  order_desk     close_order                                      REFUSED when
           10:10  order_desk     answer_again(one lamp is still dark)             handling  answer by 2024-03-13 17:30
2024-03-07 16:00  order_city     answer_order(the second lamp has a new cable; the second lamp)  replied
2024-03-08 10:00  order_desk     note_call_back(not_reached)                      replied
           11:00  order_desk     note_call_back(solved; pleased)                  replied
           11:05  order_city     close_order                                      REFUSED who
           11:10  order_desk     close_order                                      closed
