# What a threshold was, what it is and since when stands in the plan; nothing that was decided before is touched by it.
story: A change of the standard
kind:  reform_plan
rows:  76
place: 120103
2024-12-20 09:00  reform_office  draw_up(the reform of assistance; 2025; dep-education)  drawing
           09:05  reform_office  none: draw_up(the reform of assistance; -7; dep-education)  REFUSED when
           09:09  reform_office  note_rule(subsistence_standard; 1010; -1080; 2025-01-01 00:00; the yearly notice)  REFUSED law
           09:10  reform_office  note_rule(subsistence_standard; 1010; 1010; 2025-01-01 00:00; the yearly notice)  REFUSED law
           09:11  reform_office  note_rule(subsistence_standard; 1010; 1080; 2025-01-01 00:00; the yearly notice)  drawing
           10:00  reform_office  assign#1(joint_pattern; its part; +90d 17:30)  drawing
           10:10  reform_office  drop(the city draws up one)             dropped
