# SPDX-License-Identifier: GPL-3.0-or-later
# The window with the sandbox behind it, by real clicks and keys on a display of its own. Its pictures are for people to
# look at; the second run checks that nothing depends on whole pixels, which the journeys by keyboard do in every ./test.
slipway_test(acceptance_gui SOURCES gui_test.cpp LINK slipway_window_program LABELS acceptance xvfb TIMEOUT 600
    ENVIRONMENT "SLIPWAY_SCREENSHOTS=${PROJECT_BINARY_DIR}/screenshots" "QTEST_FUNCTION_TIMEOUT=300000")
add_test(NAME acceptance_gui_scaled
    COMMAND "${PROJECT_SOURCE_DIR}/tests/support/with-display.sh" $<TARGET_FILE:acceptance_gui>)
set_tests_properties(acceptance_gui_scaled PROPERTIES TIMEOUT 600 LABELS "acceptance;xvfb;deep;long"
    ENVIRONMENT "QT_QPA_PLATFORM=xcb;QT_SCALE_FACTOR=1.5;QTEST_FUNCTION_TIMEOUT=300000;SLIPWAY_SCREENSHOTS=${PROJECT_BINARY_DIR}/screenshots")
slipway_test(acceptance_changing_window SOURCES changing_window_test.cpp LINK slipway_window_program
    LABELS acceptance xvfb deep TIMEOUT 120)
slipway_test(acceptance_canary_gui SOURCES canary_gui_test.cpp LINK slipway_window_program LABELS acceptance xvfb deep
    TIMEOUT 300 ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=200000")
# The same program as a screen reader meets it, over the accessibility bus.
add_test(NAME acceptance-screen_reader
    COMMAND "${PROJECT_SOURCE_DIR}/tests/support/with-display.sh" ${SLIPWAY_ACCEPTANCE_PYTHON} -B
            "${CMAKE_CURRENT_SOURCE_DIR}/screen_reader_test.py")
set_tests_properties(acceptance-screen_reader PROPERTIES TIMEOUT 180 LABELS "acceptance;xvfb"
    ENVIRONMENT "SLIPWAY=$<TARGET_FILE:slipway>;SLIPWAYCTL=$<TARGET_FILE:slipwayctl>")
