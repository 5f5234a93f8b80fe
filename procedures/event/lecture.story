# A lecture of the red lecturers: announced by another than who planned it, and one of the questions asked there becomes a matter.
story: A question becomes a matter
kind:  event
rows: 64
place: 120103004010
2024-03-04 08:58  organiser    plan_event(name: A street and its hundred years; type: lecture; series: red_lecturers; audience: elderly; at: +9d 14:00; ends: +8d 15:00)  REFUSED when
           08:59  organiser    plan_event(name: A street and its hundred years; type: lecture; series: red_lecturers; audience: elderly; at: +9d 14:00; ends: +9d 15:00; capacity: -60)  REFUSED field.capacity
           09:00  organiser    plan_event(name: A street and its hundred years; type: lecture; series: red_lecturers; audience: elderly; at: +9d 14:00; ends: +9d 15:00; speaker: Old Zhang; capacity: 60)  drafted  announce by +9d 14:00
           09:05  organiser    announce                               REFUSED who
           09:10  job_office   change_plan(+9d 14:00; +9d 16:00; the hall is free for longer)  REFUSED who
           09:10  organiser    change_plan(+9d 14:00; +9d 13:00; the hall is free earlier)  REFUSED when
           09:11  organiser    change_plan(+9d 14:00; +9d 16:00; the hall is free for longer)  drafted
           09:20  secretary    announce                               announced  over by +9d 16:00
2024-03-13 13:00  organiser    hold_event(41)                         REFUSED when
           15:00  organiser    note_question(when is the lift of building 3 mended?)  announced
           15:05  organiser    note_question(may one see the old photographs?)  announced
           15:10  organiser    answer_question#2(every Friday in the reading room)  announced
           16:30  job_office   hold_event(41)                         REFUSED who
           16:31  organiser    hold_event(41; 120103004010001, 120103004010001)  REFUSED law
           16:32  organiser    hold_event(-1)                         REFUSED field.came
           16:32  organiser    hold_event(41; 120103004010001)        held  results by 2024-03-20 17:30
           16:40  secretary    close                                  REFUSED when
           16:50  organiser    raise_question#1(it was asked at the lecture; child.field.what: The lift of building 3 has stood still for a week; child.field.category: park; child.field.wish: none)  held  report: reported
           17:00  job_office   note_results(asked: 30; satisfied: 28)  REFUSED who
           17:01  organiser    note_results(asked: 30; satisfied: 31)  REFUSED when
           17:02  organiser    note_results(offered: -3)              REFUSED field.offered
           17:02  organiser    note_results(asked: 30; satisfied: 28)  held
           17:10  organiser    close                                  REFUSED who
           17:11  secretary    close                                  closed
