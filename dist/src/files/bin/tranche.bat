@echo off
rem Starts Tranche with the runtime beside it, else with a Java 25 or newer of this machine.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0.."
set "jdk=%home%\runtime"
if exist "%jdk%\bin\java.exe" goto start
if not defined JAVA_HOME goto path
rem Some set it with quotation marks around the folder.
set "jdk=%JAVA_HOME:"=%"
call :check
if not errorlevel 1 goto start
:path
set "found="
for %%j in (java.exe) do set "found=%%~dp$PATH:j"
rem Without one on the PATH the folder would be the parent of the current one.
if not defined found goto missing
set "jdk=%found%.."
call :check
if not errorlevel 1 goto start
:missing
echo tranche: Java 25 or newer is missing; none was found in JAVA_HOME or on the PATH.>&2
echo tranche: Install one (Temurin 25 or any other build of OpenJDK) and set JAVA_HOME to its folder.>&2
exit /b 1

:start
"%jdk%\bin\java.exe" -Xmx1g -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED %TRANCHE_JAVA_OPTIONS% -cp "%home%\tranche.jar;%home%\lib\*" dev.tranche.app.Main %*
exit /b %ERRORLEVEL%

:check
if not exist "%jdk%\bin\java.exe" exit /b 1
"%SystemRoot%\System32\findstr.exe" /r /c:"^JAVA_VERSION=.2[5-9]" /c:"^JAVA_VERSION=.[3-9][0-9]" "%jdk%\release" >nul 2>nul
exit /b %ERRORLEVEL%
