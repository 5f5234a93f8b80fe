# A finding that is not mended at the second look goes up by itself; the district hands it to the enforcing department, which gives a receipt; who mended it
# never checks it. The form has no place for a person.
story: A blocked exit, twice
kind:  hazard
rows: 15, 20
place: 120103004010
2024-03-04 09:00  safety_inspector  open(what: crates in the exit; area: fire; grade: larger; category: danger; source: own_check; unit: property_company; by: +7d 17:30; line.item: exits_free, extinguishers; line.result: wrong, fine; person: Li)  REFUSED person
           09:02  safety_inspector  open(what: crates in the exit; area: fire; grade: larger; category: danger; source: own_check; unit: property_company; by: +7d 17:30; line.item: exits_free, extinguishers; line.result: wrong, fine)  found
           09:03  safety_inspector  notify_unit                       REFUSED photo
           09:04  food_officer      notify_unit(photo: crates)        REFUSED who
           09:05  safety_inspector  notify_unit(photo: crates)        notified  sign by +1d 17:30  owner property_company
           09:10  food_officer      object(not us)                    REFUSED who
           09:11  house_manager     object(the shop has put them there)  disputed  owner district
           09:20  hazard_desk       name_unit(telecom_company; the exit is the house's)  REFUSED when
           09:20  hazard_desk       name_unit(property_company; the exit is the house's)  notified
           09:25  food_officer      accept                            REFUSED who
           09:30  house_manager     accept                            rectifying  rectify by +7d 17:30
           09:40  food_officer      ask_extension(+20d 17:30; rain)   REFUSED who
           09:41  house_manager     ask_extension(+3d 17:30; rain)    REFUSED when
           09:42  house_manager     ask_extension(+14d 17:30; a skip is needed)  rectifying  decide by +1d 17:30
           09:50  food_officer      rule_extension(approved; so)      REFUSED who
           09:51  safety_inspector  rule_extension(refused; crates can be carried)  rectifying
2024-03-08 10:00  food_officer      fix(proof: none; words: done)     REFUSED who
           10:01  house_manager     fix(proof: an empty exit; words: done)  rechecking  owner street  recheck by 2024-03-13 17:30
           10:10  house_manager     recheck(closed; done)             REFUSED who
2024-03-11 09:00  safety_inspector  recheck(unfixed; they are back)   unfixed  owner district  decide_unfixed by +1d 17:30
           09:30  hazard_desk       set_last_date(+2d 17:30; the last time)  rectifying
2024-03-14 09:00  clock             -                                 rectifying  overdue rectify
           09:05  house_manager     ask_extension(+9d 17:30; more)    REFUSED when
           09:10  hazard_desk       hand_to_enforcer(property_company; late)  REFUSED when
           09:11  hazard_desk       hand_to_enforcer(fire_brigade; late)  handed  owner fire_brigade  receipt by +1d 17:30
           09:20  food_officer      give_receipt(receipt: paper; words: got it)  REFUSED who
           09:21  food_officer      send_back(no)                     REFUSED who
           09:30  hazard_desk       recheck(closed; fine)             REFUSED step
2024-03-15 09:00  fire_enforcer     send_back(no address was given)   unfixed
           09:30  hazard_desk       hand_to_enforcer(fire_brigade; the address is in the notice)  handed
           10:00  fire_enforcer     give_receipt(receipt: no. 12; words: we have it)  enforcing  enforce by 2024-04-15 17:30
2024-03-20 09:00  food_officer      report_enforced(proof: none; words: done)  REFUSED who
           09:01  fire_enforcer     report_enforced(proof: a free exit; words: ordered and cleared)  rechecking
           09:10  fire_enforcer     recheck(closed; we saw it)        REFUSED who
           10:00  safety_colleague  recheck(closed; free on both floors)  closed
2024-03-21 09:00  safety_inspector  second: open(what: a lamp; area: roads; grade: general; category: danger; source: patrol; unit: property_company; by: +30d 17:30; line.item: wiring; line.result: wrong)  found
           09:00  safety_inspector  second: notify_unit(photo: lamp)  notified
           09:05  food_officer      second: withdraw(none)            REFUSED who
           09:06  safety_inspector  second: withdraw(it was switched off for the night)  withdrawn
2024-03-22 09:00  safety_inspector  third: open(what: a hose; area: gas; grade: general; category: danger; source: own_check; unit: property_company; by: +3d 17:30; line.item: gas_hose; line.result: wrong)  found
           09:00  safety_inspector  third: notify_unit(photo: hose)  notified
           09:10  house_manager     third: accept                     rectifying
           09:20  house_manager     third: ask_extension(+9d 17:30; the part is ordered)  rectifying
           09:30  safety_inspector  third: rule_extension(approved; the tap is shut)  rectifying  rectify by +9d 17:30
2024-03-25 09:00  safety_inspector  fourth: open(what: all is well; area: gas; grade: general; category: danger; source: own_check; unit: property_company; by: +3d 17:30; line.item: gas_hose; line.result: fine)  found
           09:05  safety_inspector  fourth: notify_unit(photo: hose)  REFUSED when
           09:06  safety_inspector  fourth: withdraw(nothing was wrong)  withdrawn
