# The New-Year shift: the leader and the main officer confirm in time, the deputy does not. At 08:45, fifteen minutes in, the leader is called; a stand-in who
# was asked takes the post. A check calls the post; a night incident is raised from the shift; the next shift takes over what is open.
story: New Year, one post not confirmed
kind:  shift
rows: 22, 23
place: 120103
2023-12-25 09:01  duty_deputy  plan_shift(sort: holiday; office: duty_office; begins: 2024-01-01 08:30; ends: 2024-01-02 08:30; post.role: leader; post.person: p-duty_leader)  REFUSED may
           09:01  duty_main    plan_shift(sort: holiday; office: duty_office; begins: 2024-01-02 08:30; ends: 2024-01-01 08:30; post.role: leader; post.person: p-duty_leader)  REFUSED law
           09:02  duty_main    plan_shift(sort: holiday; office: duty_office; begins: 2024-01-01 08:30; ends: 2024-01-02 08:30; post.role: leader, main; post.person: p-duty_leader, p-judge)  REFUSED when
           09:02  duty_main    plan_shift(sort: holiday; office: duty_office; begins: 2024-01-01 08:30; ends: 2024-01-02 08:30; post.role: leader, main; post.person: p-duty_leader, p-duty_main)  rostering  owner duty_office
           09:03  duty_main    fix_roster                              REFUSED when
           09:04  duty_head    add_post(deputy; p-duty_deputy)         REFUSED who
           09:05  duty_main    add_post(main; p-duty_other)            REFUSED law
           09:06  duty_main    add_post(deputy; p-judge)  REFUSED when
           09:06  duty_main    add_post(deputy; p-duty_other)          rostering
           09:07  duty_head    take_off#3(away)                        REFUSED who
           09:08  duty_main    take_off#3(away that day)               rostering
           09:09  duty_main    add_post(role: deputy; person: p-duty_deputy; phone: 0000)  rostering
           09:10  duty_head    fix_roster                              REFUSED who
           09:11  duty_main    fix_roster                              planned  begin by 2024-01-01 08:30
           09:12  duty_main    confirm_arrival#2                       REFUSED step
           09:13  duty_main    camera: plan_shift(sort: holiday; office: duty_office; begins: 2024-01-01 08:30; ends: 2024-01-02 08:30; post.role: leader; post.person: p-duty_leader; track: yes)  REFUSED track
2024-01-01 08:05  duty_leader  confirm_arrival#1                       assembling
           08:20  duty_leader  confirm_arrival#2                       REFUSED who
           08:25  duty_main    confirm_arrival#2                       assembling
           08:30  clock        -                                       on_duty  arrive by 08:45
           08:44  clock        -                                       on_duty
           08:46  clock        -                                       on_duty  overdue arrive  field.leader_call called
           08:47  duty_deputy  leader_sees(I am here)                  REFUSED may
           08:47  emergency_head  leader_sees(we are here)             REFUSED who
           08:48  duty_leader  leader_sees(he is ill and at home)      on_duty  field.leader_call seen_to
           08:49  duty_leader  leader_sees(again)                      REFUSED when
           08:50  duty_deputy  name_stand_in#4(p-duty_other; not here)  REFUSED may
           08:50  emergency_head  name_stand_in#4(p-duty_other; not here)  REFUSED who
           08:51  duty_leader  name_stand_in#4(p-judge; the post is not filled, and he can come)  REFUSED when
           08:51  duty_leader  name_stand_in#4(p-duty_other; the post is not filled, and he can come)  on_duty
           08:52  duty_leader  cannot_stand_in#5                       REFUSED who
           08:53  duty_other   cannot_stand_in#5                       on_duty  field.leader_call called
           08:55  duty_leader  leader_sees(I take the deputy's post along until nine)  on_duty
           08:56  duty_leader  name_stand_in#1(p-duty_other; he is on the way after all)  on_duty
           09:00  duty_other   confirm_arrival#6                       on_duty
           10:00  duty_main    check_reach(main; phone)                REFUSED who
           10:01  duty_head    check_reach(main; phone)                on_duty  answer by 10:11
           10:02  duty_leader  note_check#1(answered)                  REFUSED who
           10:03  duty_head    note_check#1(answered)                  on_duty
           21:00  duty_head    check_reach(deputy; phone)              on_duty
           21:11  clock        -                                       on_duty  overdue answer  field.leader_call called
           21:12  duty_head    note_check#2(no_answer)                 on_duty  settle by 21:42
           21:13  emergency_head  settle_check#2(ok)                   REFUSED who
           21:20  duty_leader  settle_check#2(the line was off the hook and answers again)  on_duty
           22:00  duty_deputy  note_entry(a lamp is out)               REFUSED who
           22:01  duty_main    note_entry(what: a burst pipe in Willow Road; caller_unit: water_company; told: street; measures: barrier up)  on_duty
           22:02  duty_head    settle_entry#1(done)                    REFUSED who
           22:30  duty_main    settle_entry#1(mended)                  on_duty
           23:00  duty_main    note_entry(a tree leans over the road)  on_duty
2024-01-02 02:00  duty_deputy  raise_incident(child.field.what: smoke)  REFUSED who
           02:01  duty_main    raise_incident(child.field.what: smoke in a warehouse; child.field.unit: duty_office; child.field.accident: fire; child.field.category: Fire; child.field.status: Actual; child.field.urgency: Immediate; child.field.severity: Unknown; child.field.certainty: Likely; child.field.responsible: fire_brigade; child.field.dead: 0; child.field.injured: 0; child.field.loss: 0)  on_duty  incident: known
           03:00  duty_deputy  raise_outage(child.field.what: no power)  REFUSED who
           03:01  duty_main    raise_outage(child.field.what: no power in two buildings; child.field.utility: power; child.field.object: pipes; child.field.grade: urgent; child.field.households: 80; child.field.unit: heat_company)  on_duty  outage: received
           08:00  duty_deputy  write_handover(all quiet; 0)            REFUSED who
           08:01  duty_main    write_handover(a tree; -3)              REFUSED handover.open_things
           08:01  duty_main    write_handover(a tree in Willow Road, a fire, no power in two buildings; 3)  on_duty
           08:02  duty_other   write_handover(more; 1)                 REFUSED when
           08:03  duty_main    take_over                               REFUSED who
           08:31  clock        -                                       handing_over  hand_over by 09:00
           08:31  duty_leader  hand_over_for(nobody is there)          REFUSED when
           08:32  duty_deputy  take_over(three things)                 handed_over
           08:33  duty_main    write_handover(more; 1)                 REFUSED step
